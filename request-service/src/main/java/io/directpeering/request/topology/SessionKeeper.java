package io.directpeering.request.topology;

import java.util.Objects;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Keeps the latest look at each BGP session of a known connection and hands it on to the watch; what is seen of others
/// is let go. An observation never changes a state.
final class SessionKeeper implements Processor<String, @Nullable SpecificRecord, String, DriftWatch.Heard> {

    private @Nullable ProcessorContext<String, DriftWatch.Heard> context;
    private @Nullable KeyValueStore<String, StoredPeering> peerings;
    private @Nullable KeyValueStore<String, BgpSessionObserved> sessions;

    @Override
    public void init(ProcessorContext<String, DriftWatch.Heard> started) {
        context = started;
        peerings = started.getStateStore(Stores.PEERINGS);
        sessions = started.getStateStore(Stores.SESSIONS);
    }

    /// @throws Poison the record is no observation of a session
    @Override
    public void process(Record<String, @Nullable SpecificRecord> record) {
        if (!(Incoming.of(record) instanceof BgpSessionObserved seen)) {
            throw new Poison("The record is not a BgpSessionObserved.");
        }
        var metadata = seen.getMetadata();
        var connectionId = metadata.getConnectionId();
        if (connectionId == null || !metadata.getPeeringId().toString().equals(record.key())) {
            throw new Poison("The observation names no connection, or its key is not its peering's id.");
        }
        var stored = Objects.requireNonNull(peerings).get(record.key());
        if (stored != null) {
            var snapshot = stored.snapshot();
            snapshot.getConnections().stream()
                    .filter(each -> each.getConnectionId().equals(connectionId))
                    .forEach(connection -> keep(record, snapshot, connection, seen));
        }
    }

    private void keep(
            Record<String, @Nullable SpecificRecord> record,
            PeeringSnapshot peering,
            ConnectionSnapshot connection,
            BgpSessionObserved seen) {
        var session = Stores.session(peering.getPeeringId(), connection.getConnectionId(), seen.getFamily());
        Objects.requireNonNull(sessions).put(session, seen);
        Objects.requireNonNull(context).forward(record.withValue(new DriftWatch.Heard.Seen(peering, connection, seen)));
    }
}

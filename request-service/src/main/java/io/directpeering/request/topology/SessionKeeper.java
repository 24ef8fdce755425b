package io.directpeering.request.topology;

import java.util.Objects;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeeringSnapshot;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Keeps the latest look at each BGP session of a known connection; what is seen of others is let go. States
/// nothing: an observation never changes a state.
final class SessionKeeper implements Processor<String, @Nullable SpecificRecord, Void, Void> {

    private @Nullable KeyValueStore<String, PeeringSnapshot> peerings;
    private @Nullable KeyValueStore<String, BgpSessionObserved> sessions;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        peerings = context.getStateStore(Stores.PEERINGS);
        sessions = context.getStateStore(Stores.SESSIONS);
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
        var snapshot = Objects.requireNonNull(peerings).get(record.key());
        if (snapshot != null
                && snapshot.getConnections().stream()
                        .anyMatch(each -> each.getConnectionId().equals(connectionId))) {
            Objects.requireNonNull(sessions)
                    .put(Stores.session(metadata.getPeeringId(), connectionId, seen.getFamily()), seen);
        }
    }
}

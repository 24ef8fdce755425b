package io.directpeering.request.topology.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

import io.directpeering.events.EventMetadata;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.request.topology.Incoming;
import io.directpeering.request.topology.Poison;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredMove;
import io.directpeering.request.topology.stored.StoredStanding;
import io.directpeering.request.topology.stored.StoredState;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Enters into the history what the judge decided, once.
final class Historian extends ContextualProcessor<String, @Nullable SpecificRecord, Void, Void> {

    private final int fewestMovesBetween;
    private @Nullable KeyValueStore<Position, StoredEntry> history;
    private @Nullable KeyValueStore<StayBucket, Long> stays;
    private @Nullable Headcounts headcounts;

    /// @param fewestMovesBetween checkpoints
    Historian(int fewestMovesBetween) {
        this.fewestMovesBetween = fewestMovesBetween;
    }

    @Override
    public void init(ProcessorContext<Void, Void> started) {
        super.init(started);
        history = started.getStateStore(HistorianStores.HISTORY);
        stays = started.getStateStore(HistorianStores.STAYS);
        headcounts = new Headcounts(
                started.getStateStore(HistorianStores.CELLS),
                started.getStateStore(HistorianStores.MOVES),
                started.getStateStore(HistorianStores.CHECKPOINTS),
                fewestMovesBetween);
    }

    /// @throws Poison it is not what the judge says; no store has been touched
    @Override
    public void process(Record<String, @Nullable SpecificRecord> record) {
        var offset = context().recordMetadata().map(RecordMetadata::offset).orElseThrow();
        switch (Incoming.of(record)) {
            case PeeringTransitioned it -> transitioned(demandKey(record.key(), it.getMetadata()), it, offset);
            case FactRefused it -> refused(demandKey(record.key(), it.getMetadata()), it, offset);
            case SpecificRecord it ->
                throw new Poison(it.getSchema().getFullName() + " is neither a transition nor a refusal.");
        }
    }

    private void transitioned(EventMetadata metadata, PeeringTransitioned it, long offset) {
        var position = Position.ofTransition(metadata.getPeeringId(), it.getSequence());
        if (opened(history).get(position) != null) {
            return;
        }
        var before = before(position);
        var entry = EntryCodec.of(it, offset, before);
        opened(history).put(position, entry);
        var move = new StoredMove(
                before == null ? null : Cells.of(before), Cells.of(Objects.requireNonNull(entry.getStanding())));
        if (!move.getAfter().equals(move.getBefore())) {
            opened(headcounts).moved(new Moment(entry.getAt(), position.peeringId(), position.sequence()), move);
        }
        count(entry);
    }

    private void refused(EventMetadata metadata, FactRefused it, long offset) {
        var position = Position.ofRefusal(metadata.getPeeringId(), it.getSequence(), offset);
        opened(history).put(position, EntryCodec.of(it, offset));
    }

    /// How the peering stood before a transition; null: it came to be with it.
    private @Nullable StoredStanding before(Position position) {
        var previous = opened(history).get(Position.ofTransition(position.peeringId(), position.sequence() - 1));
        if (previous != null) {
            return previous.getStanding();
        }
        return position.sequence() == 1 ? null : lastKnownBefore(position);
    }

    /// Where one could not be read and was put aside.
    private @Nullable StoredStanding lastKnownBefore(Position position) {
        try (var earlier = opened(history).reverseRange(Position.first(position.peeringId()), position)) {
            while (earlier.hasNext()) {
                var standing = earlier.next().value.getStanding();
                if (standing != null) {
                    return standing;
                }
            }
            return null;
        }
    }

    private void count(StoredEntry entry) {
        var standing = Objects.requireNonNull(entry.getStanding());
        var day = LocalDate.ofInstant(entry.getAt(), ZoneOffset.UTC);
        for (var change : entry.getChanges()) {
            if (change.getFrom() != null && change.getStayMillis() != null) {
                var bucket = Durations.bucket(change.getStayMillis());
                count(StayBucket.ALL, change.getFrom(), day, bucket, standing);
                count(standing.getAsn(), change.getFrom(), day, bucket, standing);
            }
        }
    }

    private void count(long network, StoredState state, LocalDate day, int bucket, StoredStanding standing) {
        var key = new StayBucket(network, state, day, bucket, standing.getLocation());
        var stood = opened(stays).get(key);
        opened(stays).put(key, stood == null ? 1 : stood + 1);
    }

    private static EventMetadata demandKey(String key, EventMetadata metadata) {
        if (!metadata.getPeeringId().toString().equals(key)) {
            throw new Poison(
                    "The key is " + key + ", but the record is about peering " + metadata.getPeeringId() + ".");
        }
        return metadata;
    }

    private static <T> T opened(@Nullable T part) {
        return Objects.requireNonNull(part, "init comes first");
    }
}

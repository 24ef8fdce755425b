package io.directpeering.request.topology.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredMove;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// How many peerings of a partition were in which cell at a moment.
public final class Cube {

    private final Map<StoredCell, Long> counts = new HashMap<>();

    private Cube() {}

    /// From the latest checkpoint at that moment or before, and what moved since.
    public static Map<StoredCell, Long> at(
            Instant at,
            ReadOnlyKeyValueStore<Headcount, Long> checkpoints,
            ReadOnlyKeyValueStore<Moment, StoredMove> moves) {
        var cube = new Cube();
        var from = cube.begin(at, checkpoints);
        if (from.toEpochMilli() == at.toEpochMilli()) {
            return cube.counts;
        }
        try (var rest = moves.range(Moment.after(from), Moment.endOf(at))) {
            rest.forEachRemaining(each -> cube.move(each.value));
        }
        return cube.counts;
    }

    /// @return the moment of the checkpoint; the epoch where there is none
    private Instant begin(Instant at, ReadOnlyKeyValueStore<Headcount, Long> checkpoints) {
        try (var earlier = checkpoints.reverseRange(Headcount.from(Instant.EPOCH), Headcount.from(at.plusMillis(1)))) {
            // One look at the store as it is now: all rows are of it, whatever is written meanwhile.
            if (!earlier.hasNext()) {
                return Instant.EPOCH;
            }
            var first = earlier.next();
            var checkpoint = first.key.at();
            add(first.key, first.value);
            while (earlier.hasNext()) {
                var next = earlier.next();
                if (!next.key.at().equals(checkpoint)) {
                    break;
                }
                add(next.key, next.value);
            }
            return checkpoint;
        }
    }

    private void add(Headcount key, long count) {
        add(Objects.requireNonNull(key.cell()), count);
    }

    private void move(StoredMove it) {
        if (it.getBefore() != null) {
            add(it.getBefore(), -1);
        }
        add(it.getAfter(), 1);
    }

    private void add(StoredCell cell, long count) {
        counts.merge(cell, count, (one, other) -> one + other == 0 ? null : one + other);
    }
}

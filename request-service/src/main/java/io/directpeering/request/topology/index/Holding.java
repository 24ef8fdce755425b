package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// What is known in memory of one partition.
public final class Holding {

    private static final int BATCH = 500;

    private final int partition;
    private final Deadlines deadlines;
    private final PeeringIndex index = new PeeringIndex();
    private final Reading reading = new Reading();
    private volatile boolean filled;
    private volatile boolean ended;

    Holding(int partition, Deadlines deadlines) {
        this.partition = partition;
        this.deadlines = deadlines;
    }

    public int partition() {
        return partition;
    }

    /// The judge is done with the fact at this offset of the log.
    public void judged(long offset) {
        reading.judged(offset);
    }

    /// A peering stands elsewhere, or came to be.
    public void moved(PeeringSnapshot peering) {
        put(List.of(peering));
    }

    /// How far in the log the judge has come.
    public Reading reading() {
        return reading;
    }

    /// All peerings of the partition are in it.
    public boolean isFilled() {
        return filled && !ended;
    }

    /// The first positions of peerings that meet the criteria, in the order of lists.
    ///
    /// @param after they stand behind it; null: from the beginning
    public List<Position> list(Criteria criteria, @Nullable Position after, int atMost, Instant now) {
        return index.list(criteria, after, atMost, now.toEpochMilli());
    }

    /// How many meet the criteria, by their values of these facets; empty: there are more groups than that.
    public Optional<Map<List<Object>, Tally>> count(Criteria criteria, List<Facet> by, int mostGroups, Instant now) {
        return index.count(criteria, by, mostGroups, now.toEpochMilli());
    }

    /// Reads in all that stands in the store; what has moved meanwhile is known better already.
    ///
    /// @throws org.apache.kafka.streams.errors.InvalidStateStoreException the store has been closed
    void fill(ReadOnlyKeyValueStore<String, StoredPeering> peerings) {
        @Nullable String reached = null;
        var batch = new ArrayList<PeeringSnapshot>();
        do {
            batch.clear();
            try (var rest = peerings.range(reached, null)) {
                while (rest.hasNext() && batch.size() < BATCH) {
                    var next = rest.next();
                    if (!next.key.equals(reached)) {
                        batch.add(next.value.snapshot());
                        reached = next.key;
                    }
                }
            }
            put(batch);
        } while (!ended && !batch.isEmpty());
        index.bringIntoOrder();
        filled = true;
    }

    void end() {
        ended = true;
    }

    private void put(List<PeeringSnapshot> peerings) {
        index.put(peerings, peerings.stream().map(this::dueAt).toList());
    }

    private long[] dueAt(PeeringSnapshot peering) {
        var known = deadlines.byConnection(peering);
        return peering.getConnections().stream()
                .mapToLong(each -> {
                    var deadline = known.get(each.getConnectionId());
                    return deadline == null ? Columns.NEVER : deadline.toEpochMilli();
                })
                .toArray();
    }
}

package io.directpeering.request.topology.history;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import io.directpeering.request.topology.stored.StoredState;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// How long connections of a partition stayed in each state before they left it.
public final class Stays {

    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private Stays() {}

    /// By state, without those in which no stay has ended.
    public static Map<StoredState, Durations> of(ReadOnlyKeyValueStore<StayBucket, Long> stays, StayFilter filter) {
        var all = new EnumMap<StoredState, Durations>(StoredState.class);
        for (var network : filter.networks() == null ? Set.of(StayBucket.ALL) : filter.networks()) {
            for (var state : StoredState.values()) {
                add(all, stays, network, state, filter);
            }
        }
        return all;
    }

    private static void add(
            Map<StoredState, Durations> all,
            ReadOnlyKeyValueStore<StayBucket, Long> stays,
            long network,
            StoredState state,
            StayFilter filter) {
        var since = filter.since() == null ? FIRST_DAY : filter.since();
        var until = filter.until() == null ? LAST_DAY : filter.until();
        if (!since.isBefore(until)) {
            return;
        }
        try (var buckets =
                stays.range(StayBucket.from(network, state, since), StayBucket.from(network, state, until))) {
            while (buckets.hasNext()) {
                var next = buckets.next();
                if (filter.passes(next.key)) {
                    all.computeIfAbsent(state, _ -> new Durations()).add(next.key.bucket(), next.value);
                }
            }
        }
    }
}

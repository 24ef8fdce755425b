package io.directpeering.request.query.past;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.directpeering.events.ConnectionState;
import io.directpeering.request.topology.history.Durations;

/// One instance's stays: how many of each state fell into which bucket.
///
/// @param counts by state and bucket
public record StaysPart(Map<ConnectionState, Map<Integer, Long>> counts) {

    /// How long connections stayed in a state before they left it; each off by no more than 1 %.
    ///
    /// @param state  that they left
    /// @param count  how many did
    public record Stay(
            ConnectionState state,
            long count,
            long p50Millis,
            long p90Millis,
            long p95Millis,
            long p99Millis,
            long maxMillis) {

        private static Stay of(ConnectionState state, Durations them) {
            return new Stay(
                    state,
                    them.count(),
                    them.percentile(50),
                    them.percentile(90),
                    them.percentile(95),
                    them.percentile(99),
                    them.percentile(100));
        }
    }

    /// The parts of all together.
    public static List<Stay> together(List<StaysPart> parts) {
        var all = new EnumMap<ConnectionState, Durations>(ConnectionState.class);
        for (var part : parts) {
            part.counts()
                    .forEach((state, buckets) -> buckets.forEach((bucket, times) ->
                            all.computeIfAbsent(state, _ -> new Durations()).add(bucket, times)));
        }
        return all.entrySet().stream()
                .map(each -> Stay.of(each.getKey(), each.getValue()))
                .toList();
    }
}

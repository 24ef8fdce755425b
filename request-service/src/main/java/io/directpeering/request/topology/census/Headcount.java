package io.directpeering.request.topology.census;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.request.topology.deadline.Deadline;

/// Who stands where in one partition. Written by the partition's thread, read by any.
///
/// Stages and deadlines are counted by the minute, which bounds what a million of them take; figures of time are
/// right to the minute.
public final class Headcount {

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    private final AtomicLongArray peerings = new AtomicLongArray(PeeringState.values().length);
    private final AtomicLongArray connections = new AtomicLongArray(ConnectionState.values().length);

    /// By state: minute of entry → connections; only states that have a deadline.
    private final List<NavigableMap<Long, Integer>> entered = perState();

    /// By state: first minute that is past the deadline → connections.
    private final List<NavigableMap<Long, Integer>> overdue = perState();

    Headcount() {}

    /// @param deadlines of this peering
    public void add(PeeringSnapshot peering, List<Deadline> deadlines) {
        count(peering, deadlines, 1);
    }

    /// What was added is so no longer.
    ///
    /// @param deadlines as they were added
    public void remove(PeeringSnapshot peering, List<Deadline> deadlines) {
        count(peering, deadlines, -1);
    }

    long peerings(PeeringState state) {
        return peerings.get(state.ordinal());
    }

    long connections(ConnectionState state) {
        return connections.get(state.ordinal());
    }

    long overdue(ConnectionState state, Instant now) {
        return overdue.get(state.ordinal()).headMap(minute(now), true).values().stream()
                .mapToLong(each -> each)
                .sum();
    }

    /// When the one that is longest in this state entered it; empty: none is.
    Stream<Instant> oldest(ConnectionState state) {
        return Stream.ofNullable(entered.get(state.ordinal()).firstEntry())
                .map(first -> Instant.ofEpochSecond(first.getKey() * MINUTE));
    }

    private void count(PeeringSnapshot peering, List<Deadline> deadlines, int by) {
        peerings.addAndGet(peering.getState().ordinal(), by);
        peering.getConnections()
                .forEach(each -> connections.addAndGet(each.getState().ordinal(), by));
        for (var each : deadlines) {
            if (!each.warning()) {
                var state = each.state().ordinal();
                count(entered.get(state), minute(each.enteredAt()), by);
                count(overdue.get(state), minute(each.at().plusSeconds(MINUTE - 1)), by);
            }
        }
    }

    private static void count(NavigableMap<Long, Integer> minutes, long minute, int by) {
        minutes.merge(minute, by, (one, other) -> one + other == 0 ? null : one + other);
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), MINUTE);
    }

    private static List<NavigableMap<Long, Integer>> perState() {
        return Arrays.stream(ConnectionState.values())
                .<NavigableMap<Long, Integer>>map(_ -> new ConcurrentSkipListMap<>())
                .toList();
    }
}

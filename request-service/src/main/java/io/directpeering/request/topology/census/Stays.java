package io.directpeering.request.topology.census;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.StateChange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// How long connections stayed in the states that they have left.
final class Stays {

    /// Automation takes seconds, people take hours, wiring takes weeks.
    private static final Duration[] STEPS = Stream.concat(
                    Stream.of(1, 5, 30, 300, 3_600, 4 * 3_600).map(Duration::ofSeconds),
                    Stream.of(1, 3, 7, 30, 90).map(Duration::ofDays))
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final ConcurrentMap<ConnectionState, Timer> stays = new ConcurrentHashMap<>();

    Stays(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(PeeringSnapshot before, List<StateChange> changes, Instant now) {
        for (var change : changes) {
            var from = change.getFrom();
            if (from != null) {
                before.getConnections().stream()
                        .filter(each -> each.getConnectionId().equals(change.getConnectionId()))
                        .map(ConnectionSnapshot::getEnteredAt)
                        .forEach(entered -> record(from, Duration.between(entered, now)));
            }
        }
    }

    private void record(ConnectionState state, Duration stay) {
        stays.computeIfAbsent(state, this::stay).record(stay.isNegative() ? Duration.ZERO : stay);
    }

    private Timer stay(ConnectionState state) {
        return Timer.builder("peering.state.duration")
                .description("How long connections stayed in a state that they have left")
                .tag("state", state.name())
                .serviceLevelObjectives(STEPS)
                .register(meters);
    }
}

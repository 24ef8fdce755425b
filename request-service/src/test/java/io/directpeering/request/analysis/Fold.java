package io.directpeering.request.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import org.jspecify.annotations.Nullable;

/// Transitions folded by hand, to hold tables against.
final class Fold {

    private record Change(Instant at, ConnectionState to) {}

    final Map<UUID, PeeringSnapshot> peerings = new HashMap<>();
    final List<PeeringTransitioned> transitions;
    private final Map<UUID, List<Change>> changes = new LinkedHashMap<>();

    Fold(List<PeeringTransitioned> transitions) {
        this.transitions = transitions;
        for (var each : transitions) {
            peerings.put(each.getMetadata().getPeeringId(), each.getSnapshot());
            each.getChanges()
                    .forEach(change -> changes.computeIfAbsent(change.getConnectionId(), _ -> new ArrayList<>())
                            .add(new Change(each.getSnapshot().getUpdatedAt(), change.getTo())));
        }
    }

    /// State of each connection that there was at an instant.
    Map<UUID, String> asOf(Instant instant) {
        var found = new TreeMap<UUID, String>();
        changes.forEach((connectionId, its) -> {
            var state = latest(its, instant);
            if (state != null) {
                found.put(connectionId, state.name());
            }
        });
        return found;
    }

    private static @Nullable ConnectionState latest(List<Change> changes, Instant instant) {
        return changes.stream()
                .filter(change -> !change.at().isAfter(instant))
                .reduce((_, later) -> later)
                .map(Change::to)
                .orElse(null);
    }

    /// Number of changes of state.
    long changes() {
        return changes.values().stream().mapToLong(List::size).sum();
    }
}

package io.directpeering.notification.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What every message is about: a peering, and those of its connections that the transition concerned.
///
/// @param at when the peering came into this state
public record Matter(Peering peering, List<Connection> connections, Instant at) {

    /// Only some of the peering's connections are concerned.
    public boolean partial() {
        return connections.size() < peering.connections().size();
    }

    /// When the connections came into their state: the earliest of them.
    Instant enteredAt() {
        return connections.stream()
                .map(Connection::enteredAt)
                .min(Comparator.naturalOrder())
                .orElse(at);
    }

    /// The same, about some of its connections only.
    Matter about(List<Connection> some) {
        return new Matter(peering, List.copyOf(some), at);
    }

    /// Why the connections are where they are: each reason once.
    String reasons() {
        return connections.stream()
                .map(Connection::reason)
                .filter(reason -> reason != null && !reason.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}

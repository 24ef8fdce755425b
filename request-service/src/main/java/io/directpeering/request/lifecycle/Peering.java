package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.request.lifecycle.ConnectionState.Active;

/// One peering as it stands.
///
/// @param sequence     number of transitions so far
/// @param updatedAt    when the latest was; never goes back
/// @param requestedBy  principal that asked for it
/// @param connections  at least one, each with an id of its own
/// @param inquiry     what the operator asks about it while it is under review
public record Peering(
        UUID peeringId,
        long sequence,
        Instant updatedAt,
        Origin origin,
        Terms terms,
        String requestedBy,
        Instant requestedAt,
        List<Connection> connections,
        Inquiry inquiry) {

    /// @throws IllegalArgumentException no connection, or two under one id: no life cycle can be told of it
    public Peering {
        if (connections.isEmpty()) {
            throw new IllegalArgumentException("Peering " + peeringId + " has no connection.");
        }
        if (connections.stream().map(Connection::id).distinct().count() < connections.size()) {
            throw new IllegalArgumentException("Peering " + peeringId + " has two connections under one id.");
        }
        connections = List.copyOf(connections);
    }

    public PeeringState state() {
        return PeeringState.of(connections);
    }

    /// Two or more connections are Active.
    public boolean redundant() {
        return connections.stream()
                        .filter(each -> each.state() instanceof Active)
                        .count()
                >= 2;
    }

    /// Time of the next transition: the log's, unless its writers' clocks went back.
    Instant timeOf(Event fact) {
        var loggedAt = fact.metadata().loggedAt();
        return loggedAt.isBefore(updatedAt) ? updatedAt : loggedAt;
    }
}

package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.request.lifecycle.ConnectionState.Active;
import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import org.jspecify.annotations.Nullable;

/// One connection as it stands.
///
/// @param stageSequence sequence of the transition that brought it into its state: what a fact about this stage
///                      answers
/// @param routePolicy   the policy in force as the facts state it
/// @param maintenance   the latest; null: there was none
public record Connection(
        RequestedConnection requested,
        ConnectionState state,
        long stageSequence,
        Instant enteredAt,
        RoutePolicy routePolicy,
        Wire wire,
        @Nullable Maintenance maintenance) {

    /// @throws IllegalArgumentException routes would be let through outside Active, or in maintenance: a bug, whoever
    /// calls
    public Connection {
        if (routePolicy == RoutePolicy.Allow && !(state instanceof Active)) {
            throw new IllegalArgumentException("Route policy Allow in " + state.word() + ": it is for Active only.");
        }
        if (routePolicy == RoutePolicy.Allow && maintenance != null && maintenance.inProgress()) {
            throw new IllegalArgumentException("Route policy Allow in maintenance " + maintenance.id() + ".");
        }
    }

    static Connection begun(RequestedConnection requested, Instant at, RoutePolicy inForce, Wire wire) {
        return new Connection(requested, new PendingApproval(), 1, at, inForce, wire, null);
    }

    public UUID id() {
        return requested.connectionId();
    }

    boolean live() {
        return !state.terminal();
    }

    /// The fact answers a stage that this connection has left.
    boolean hasLeftStageOf(Event fact) {
        var answers = fact.metadata().answers();
        return answers != null && answers < stageSequence;
    }
}

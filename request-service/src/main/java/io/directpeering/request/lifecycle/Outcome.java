package io.directpeering.request.lifecycle;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What one fact leads to.
public sealed interface Outcome {

    /// Accepted, and at least one connection changed state.
    record Advanced(Peering peering, List<Change> changes) implements Outcome {}

    /// Accepted and kept; no state changed.
    record Recorded(Peering peering) implements Outcome {}

    /// Refused; nothing changed.
    ///
    /// @param connections those that refused, where it is their state that forbids it
    record Refused(Verdict.Refused verdict, List<Connection> connections) implements Outcome {}

    /// Stated before, under the same event id: does nothing.
    record Repeated(Verdict earlier) implements Outcome {}

    /// One connection's step from state to state.
    ///
    /// @param from null: the connection came to be
    record Change(UUID connectionId, @Nullable ConnectionState from, ConnectionState to) {}
}

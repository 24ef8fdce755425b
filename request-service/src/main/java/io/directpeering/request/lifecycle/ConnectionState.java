package io.directpeering.request.lifecycle;

import org.jspecify.annotations.Nullable;

/// Where a connection stands. Never the state of a BGP session.
public sealed interface ConnectionState {

    /// Accepted by the API, under review.
    record PendingApproval() implements ConnectionState {}

    /// Approved; the peer wires, may test the link, configures BGP and reports.
    record ProvisioningStarted() implements ConnectionState {}

    /// The peer is done; the operator's session is being provisioned with DENY ALL.
    record ProvisioningCompleted() implements ConnectionState {}

    /// The session exists with DENY ALL; end-to-end validation runs.
    record Validating() implements ConnectionState {}

    /// Validated; traffic flows once DENY ALL is lifted.
    record Active() implements ConnectionState {}

    /// Wiring, provisioning or validation failed.
    record ProvisioningFailed(String reason) implements ConnectionState {}

    /// Being drained, denied and removed.
    record PendingRemove(@Nullable String reason) implements ConnectionState {}

    /// Taken down, or withdrawn before approval. The record is kept.
    record Removed(@Nullable String reason) implements ConnectionState {}

    /// Not approved. The record is kept.
    record Rejected(String reason) implements ConnectionState {}

    /// Nothing leads out of it.
    default boolean terminal() {
        return this instanceof Removed || this instanceof Rejected;
    }

    /// The state's name, as it stands on the wire.
    default String word() {
        return getClass().getSimpleName();
    }

    /// Why the connection is in this state, where somebody gave a reason.
    default @Nullable String reason() {
        return null;
    }
}

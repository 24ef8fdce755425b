package io.directpeering.provisioning.work;

import java.util.Optional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.Origin;

/// What is to be done about a connection in its stage.
public enum Task {
    /// Allocate port and addresses, issue the letter of authorization.
    ISSUE_LETTER,
    /// Bring the session up under DENY ALL.
    PROVISION,
    /// Check the session end to end.
    VALIDATE,
    /// Lift DENY ALL.
    OPEN,
    /// Note what a link uses that was set up outside of this system.
    ADOPT,
    /// See to it that nothing flows.
    DENY,
    /// Drain, deny, remove, release.
    REMOVE,
    /// Say that a maintenance has started, once its window begins.
    BEGIN_MAINTENANCE,
    /// Drain, deny, and keep it so until the window is over.
    MAINTAIN,
    /// Lift DENY ALL after a maintenance.
    REOPEN;

    /// The task of a stage; empty: it is others' turn.
    ///
    /// A legacy link carries traffic already: until it is to be removed, no router is touched.
    public static Optional<Task> of(ConnectionState state, Origin origin) {
        var legacy = origin == Origin.Legacy;
        return switch (state) {
            case ProvisioningStarted -> Optional.of(ISSUE_LETTER);
            case ProvisioningCompleted -> Optional.of(PROVISION);
            case Validating -> Optional.of(VALIDATE);
            case Active -> Optional.of(legacy ? ADOPT : OPEN);
            case ProvisioningFailed -> legacy ? Optional.empty() : Optional.of(DENY);
            case PendingRemove -> Optional.of(REMOVE);
            case PendingApproval, Removed, Rejected, Unknown -> Optional.empty();
        };
    }
}

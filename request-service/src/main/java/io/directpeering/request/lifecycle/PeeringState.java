package io.directpeering.request.lifecycle;

import java.util.Collection;
import java.util.Comparator;

import io.directpeering.request.lifecycle.ConnectionState.Active;
import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.ConnectionState.PendingRemove;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningCompleted;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningFailed;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningStarted;
import io.directpeering.request.lifecycle.ConnectionState.Removed;
import io.directpeering.request.lifecycle.ConnectionState.Validating;

/// The roll-up over a peering's connections, in order of progress. Spelled as on the wire.
public enum PeeringState {
    PendingApproval,
    ProvisioningStarted,
    ProvisioningCompleted,
    Validating,
    Active,
    ProvisioningFailed,
    PendingRemove,
    Removed,
    Rejected,
    /// One connection is Active and another failed.
    Degraded;

    /// The least advanced state, or Degraded.
    static PeeringState of(Collection<Connection> connections) {
        var states = connections.stream().map(each -> of(each.state())).toList();
        return states.contains(Active) && states.contains(ProvisioningFailed)
                ? Degraded
                : states.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static PeeringState of(ConnectionState state) {
        return switch (state) {
            case PendingApproval _ -> PendingApproval;
            case ProvisioningStarted _ -> ProvisioningStarted;
            case ProvisioningCompleted _ -> ProvisioningCompleted;
            case Validating _ -> Validating;
            case Active _ -> Active;
            case ProvisioningFailed _ -> ProvisioningFailed;
            case PendingRemove _ -> PendingRemove;
            case Removed _ -> Removed;
            case ConnectionState.Rejected _ -> Rejected;
        };
    }
}

package io.directpeering.notification.message;

import java.util.Arrays;
import java.util.Optional;

/// The facts of the life cycle, named as their records on the wire. A test holds this list equal to the contract.
public enum FactType {
    PeeringRequested,
    LegacyConversionRequested,
    InformationRequested,
    InformationProvided,
    Approved,
    Rejected,
    LoaIssued,
    LoaRevoked,
    LinkTested,
    WiringCompleted,
    BgpSessionProvisioned,
    BgpValidated,
    BgpValidationFailed,
    TrafficOpened,
    ProvisioningAborted,
    RetryRequested,
    DeprovisionRequested,
    Deprovisioned,
    MaintenanceAnnounced,
    MaintenanceStarted,
    MaintenanceCompleted,
    MaintenanceCancelled,
    StageOverdue;

    /// @return empty for a fact that a newer version of another service states
    public static Optional<FactType> named(String recordName) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(recordName))
                .findFirst();
    }
}

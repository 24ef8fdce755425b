package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A fact, as far as the life cycle reads it. Who may state which, and when, is the table in [Lifecycle].
public sealed interface Event {

    Metadata metadata();

    /// The fact's name, as it stands on the wire.
    default String word() {
        return getClass().getSimpleName();
    }

    /// A fact that a peering begins with.
    sealed interface Opening extends Event {
        Terms terms();
    }

    record PeeringRequested(Metadata metadata, Terms terms, List<RequestedConnection> connections) implements Opening {}

    record LegacyConversionRequested(Metadata metadata, Terms terms, List<LegacyConnection> connections)
            implements Opening {}

    record InformationRequested(
            Metadata metadata, String question, @Nullable Instant answerDueAt) implements Event {}

    record InformationProvided(Metadata metadata) implements Event {}

    record Approved(Metadata metadata) implements Event {}

    record Rejected(Metadata metadata, String reason) implements Event {}

    record LoaIssued(Metadata metadata, Loa loa, Demarcation demarcation, List<SessionAddresses> sessions)
            implements Event {}

    /// The letter counts no more; wiring waits for another.
    record LoaRevoked(Metadata metadata, String number) implements Event {}

    record LinkTested(Metadata metadata, LinkTest test) implements Event {}

    record WiringCompleted(
            Metadata metadata,
            @Nullable String crossConnectId,
            @Nullable PeerDemarcation peerDemarcation) implements Event {}

    /// The operator's session exists, with DENY ALL in force.
    record BgpSessionProvisioned(Metadata metadata, List<SessionAddresses> sessions) implements Event {}

    record BgpValidated(Metadata metadata) implements Event {}

    record BgpValidationFailed(Metadata metadata, String reason) implements Event {}

    /// DENY ALL is lifted.
    record TrafficOpened(Metadata metadata) implements Event {}

    record ProvisioningAborted(Metadata metadata, String reason) implements Event {}

    record RetryRequested(Metadata metadata) implements Event {}

    record DeprovisionRequested(Metadata metadata, @Nullable String reason) implements Event {}

    record Deprovisioned(Metadata metadata) implements Event {}

    /// Nothing changes until it starts.
    record MaintenanceAnnounced(Metadata metadata, Maintenance maintenance) implements Event {}

    record MaintenanceStarted(Metadata metadata, UUID maintenanceId) implements Event {}

    record MaintenanceCompleted(Metadata metadata, UUID maintenanceId) implements Event {}

    record MaintenanceCancelled(
            Metadata metadata, UUID maintenanceId, @Nullable String reason) implements Event {}

    record StageOverdue(Metadata metadata) implements Event {}
}

package io.directpeering.request.topology;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.*;
import org.jspecify.annotations.Nullable;

/// Facts as they stand in the log, about one peering with two connections.
public record Facts(UUID peeringId, UUID first, UUID second) {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static final Demarcation PORT = new Demarcation(
            58, "FRA1", "fra1-edge1", "et-0/0/1", "A12", "PP-3", "1-2", "10GBASE-LR", "LC/UPC", "Duplex");
    private static final List<SessionAddresses> SESSIONS =
            List.of(new SessionAddresses(AddressFamily.IPv4, "198.51.100.0/31", "198.51.100.0", "198.51.100.1"));

    public static Facts ofNewPeering() {
        return new Facts(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    public EventMetadata metadata(@Nullable UUID connectionId) {
        return new EventMetadata(
                UUID.randomUUID(), peeringId, connectionId, NOW, "request-service", "noc@peer.example", null, null);
    }

    public PeeringRequested requested() {
        return requested("fra-1");
    }

    public PeeringRequested requested(String name) {
        var peer = new Peer(
                64500L,
                "Example",
                ValidationState.Approved,
                List.of(new Contact(ContactRole.Noc, "NOC", "noc@example.net", "+1 555 0100")));
        return new PeeringRequested(
                metadata(null),
                peer,
                name,
                "Frankfurt",
                DirectPeeringType.Edge,
                List.of(connection(first), connection(second)));
    }

    /// With the first connection only.
    public PeeringRequested requestedOne() {
        var request = requested();
        return PeeringRequested.newBuilder(request)
                .setConnections(request.getConnections().subList(0, 1))
                .build();
    }

    public LegacyConversionRequested legacyRequested() {
        var request = requested();
        return new LegacyConversionRequested(
                metadata(null),
                request.getPeer(),
                request.getPeeringName(),
                request.getPeeringLocation(),
                request.getDirectPeeringType(),
                request.getConnections().stream()
                        .map(each -> new LegacyConnection(each, "old-link", PORT, SESSIONS))
                        .toList());
    }

    public InformationRequested asked(@Nullable Instant answerDueAt) {
        return new InformationRequested(metadata(null), "Which router?", answerDueAt);
    }

    public InformationProvided answered() {
        return new InformationProvided(metadata(null), "fra1-edge1");
    }

    public Approved approved() {
        return new Approved(metadata(null), "1", List.of(), "fine", List.of());
    }

    public DeprovisionRequested deprovisionRequested() {
        return new DeprovisionRequested(metadata(null), "moving");
    }

    public LoaIssued loaIssued(UUID connection) {
        return loaIssued(connection, "LOA-1", NOW.plusSeconds(3600));
    }

    public LoaIssued loaIssued(UUID connection, String number, Instant expiresAt) {
        return new LoaIssued(metadata(connection), new Loa(number, NOW, expiresAt, null), PORT, SESSIONS);
    }

    public LoaRevoked loaRevoked(UUID connection) {
        return new LoaRevoked(metadata(connection), "LOA-1", "wrong panel");
    }

    public ProvisioningAborted aborted(UUID connection) {
        return new ProvisioningAborted(metadata(connection), "no port");
    }

    public RetryRequested retry(UUID connection) {
        return new RetryRequested(metadata(connection), null);
    }

    public Deprovisioned deprovisioned(UUID connection) {
        return new Deprovisioned(metadata(connection), "fra1-edge1");
    }

    public LinkTested linkTested(UUID connection) {
        return new LinkTested(metadata(connection), new LinkTest(true, 5, 5, 0.4, null, null, null));
    }

    public WiringCompleted wiringCompleted(UUID connection) {
        return new WiringCompleted(metadata(connection), "XC-1", null, null);
    }

    public BgpSessionProvisioned provisioned(UUID connection) {
        return new BgpSessionProvisioned(metadata(connection), "fra1-edge1", "abc", List.of());
    }

    public BgpValidated validated(UUID connection) {
        return new BgpValidated(metadata(connection), List.of(new CheckResult("established", true, "both")));
    }

    public TrafficOpened opened(UUID connection) {
        return new TrafficOpened(metadata(connection), "fra1-edge1", "abc");
    }

    public MaintenanceAnnounced maintenanceAnnounced(UUID connection) {
        return new MaintenanceAnnounced(
                metadata(connection),
                new Maintenance(
                        maintenanceId(),
                        NOW.plusSeconds(3600),
                        NOW.plusSeconds(7200),
                        MaintenanceImpact.Outage,
                        "new optics"));
    }

    public MaintenanceStarted maintenanceStarted(UUID connection) {
        return new MaintenanceStarted(metadata(connection), maintenanceId());
    }

    public MaintenanceCompleted maintenanceCompleted(UUID connection) {
        return new MaintenanceCompleted(metadata(connection), maintenanceId());
    }

    public MaintenanceCancelled maintenanceCancelled(UUID connection) {
        return new MaintenanceCancelled(metadata(connection), maintenanceId(), null);
    }

    private UUID maintenanceId() {
        return new UUID(peeringId.getMostSignificantBits(), 7);
    }

    public BgpSessionObserved observed(UUID connection, BgpSessionState state) {
        return new BgpSessionObserved(
                metadata(connection),
                AddressFamily.IPv4,
                state,
                RoutePolicy.DenyAll,
                "fra1-edge1",
                20,
                0,
                0,
                0,
                NOW,
                null);
    }

    private static RequestedConnection connection(UUID id) {
        return new RequestedConnection(
                id, 58, 10_000, SessionAddressProvider.Operator, null, null, 100, 50, SessionAuth.NoAuth, null);
    }
}

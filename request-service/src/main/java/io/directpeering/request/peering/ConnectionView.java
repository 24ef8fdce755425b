package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAddresses;
import io.directpeering.request.query.Known;
import org.jspecify.annotations.Nullable;

/// A connection as clients read it.
///
/// @param timeInState how long it has been in its state, ISO-8601, e.g. `PT26H3M5S`
/// @param deadline    until when it should leave it, or, while a question is open, the answer should come; null: it may
///                    stay
/// @param overdue     the deadline has passed
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionView(
        UUID connectionId,
        ConnectionState state,
        @Nullable String reason,
        Instant enteredAt,
        String timeInState,
        @Nullable Instant deadline,
        boolean overdue,
        long stageSequence,
        RoutePolicy routePolicy,
        int peeringDBFacilityId,
        int bandwidthInMbps,
        SessionAddressProvider sessionAddressProvider,
        @Nullable String sessionPrefixV4,
        @Nullable String sessionPrefixV6,
        @Nullable Integer maxPrefixesAdvertisedV4,
        @Nullable Integer maxPrefixesAdvertisedV6,
        @Nullable DemarcationView demarcation,
        List<SessionView> sessions,
        @Nullable LoaView loa,
        @Nullable LinkTestView linkTest,
        @Nullable String crossConnectId,
        @Nullable PeerDemarcationView peerDemarcation,
        @Nullable MaintenanceView maintenance) {

    /// The latest maintenance. In progress, nothing is let through.
    record MaintenanceView(
            UUID maintenanceId,
            MaintenanceStatus status,
            Instant from,
            Instant until,
            MaintenanceImpact impact,
            String reason) {}

    /// One BGP session: its addresses, and the latest look at it, if there was one.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(
            AddressFamily family,
            String prefix,
            String peerAddress,
            String operatorAddress,
            BgpSessionState bgpSessionState,
            @Nullable RoutePolicy routePolicy,
            @Nullable Integer prefixesReceived,
            @Nullable Integer prefixesAccepted,
            @Nullable Integer prefixesAdvertised) {

        private static SessionView of(SessionAddresses addresses, Optional<BgpSessionObserved> seen) {
            return new SessionView(
                    addresses.getFamily(),
                    addresses.getPrefix(),
                    addresses.getPeerAddress(),
                    addresses.getOperatorAddress(),
                    seen.map(BgpSessionObserved::getState).orElse(BgpSessionState.Unknown),
                    seen.map(BgpSessionObserved::getRoutePolicy).orElse(null),
                    seen.map(BgpSessionObserved::getPrefixesReceived).orElse(null),
                    seen.map(BgpSessionObserved::getPrefixesAccepted).orElse(null),
                    seen.map(BgpSessionObserved::getPrefixesAdvertised).orElse(null));
        }
    }

    /// The operator's end of the wire.
    record DemarcationView(
            int peeringDBFacilityId,
            String facilityName,
            String router,
            String routerPort,
            String rack,
            String patchPanel,
            String patchPanelPort,
            String media,
            String connector,
            String duplex) {}

    /// The peer's end of the wire, as far as the peer told.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeerDemarcationView(
            @Nullable String rack,
            @Nullable String patchPanel,
            @Nullable String patchPanelPort,
            @Nullable String router) {}

    /// The letter of authorization.
    ///
    /// @param revoked it counts no more, and the peer waits for another
    record LoaView(String number, Instant issuedAt, Instant expiresAt, boolean revoked) {}

    /// The latest link test.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkTestView(
            boolean passed,
            int packetsSent,
            int packetsReceived,
            @Nullable Double roundTripMs,
            @Nullable Double roundTripMinMs,
            @Nullable Double roundTripMaxMs,
            @Nullable String note) {}

    /// @param known the peering that it belongs to
    static ConnectionView of(ConnectionSnapshot connection, Known known) {
        var requested = connection.getRequested();
        var clock = StageClock.of(connection.getConnectionId(), connection.getEnteredAt(), known);
        return new ConnectionView(
                connection.getConnectionId(),
                connection.getState(),
                connection.getReason(),
                connection.getEnteredAt(),
                clock.timeInState().toString(),
                clock.deadline(),
                clock.overdue(),
                connection.getStageSequence(),
                connection.getRoutePolicy(),
                requested.getPeeringDBFacilityId(),
                requested.getBandwidthInMbps(),
                requested.getSessionAddressProvider(),
                requested.getSessionPrefixV4(),
                requested.getSessionPrefixV6(),
                requested.getMaxPrefixesAdvertisedV4(),
                requested.getMaxPrefixesAdvertisedV6(),
                demarcation(connection),
                connection.getSessions().stream()
                        .map(session -> SessionView.of(session, latest(connection, session, known.sessions())))
                        .toList(),
                loa(connection),
                linkTest(connection),
                connection.getCrossConnectId(),
                peerDemarcation(connection),
                maintenance(connection));
    }

    /// Whether it came to its end and needs nothing any more.
    @JsonIgnore
    boolean isOver() {
        return switch (state) {
            case Removed, Rejected -> true;
            case PendingApproval,
                    ProvisioningStarted,
                    ProvisioningCompleted,
                    Validating,
                    Active,
                    ProvisioningFailed,
                    PendingRemove,
                    Unknown -> false;
        };
    }

    private static Optional<BgpSessionObserved> latest(
            ConnectionSnapshot connection, SessionAddresses session, List<BgpSessionObserved> seen) {
        return seen.stream()
                .filter(look ->
                        connection.getConnectionId().equals(look.getMetadata().getConnectionId()))
                .filter(look -> look.getFamily() == session.getFamily())
                .findFirst();
    }

    private static @Nullable DemarcationView demarcation(ConnectionSnapshot connection) {
        var demarcation = connection.getDemarcation();
        return demarcation == null
                ? null
                : new DemarcationView(
                        demarcation.getPeeringDBFacilityId(),
                        demarcation.getFacilityName(),
                        demarcation.getRouter(),
                        demarcation.getRouterPort(),
                        demarcation.getRack(),
                        demarcation.getPatchPanel(),
                        demarcation.getPatchPanelPort(),
                        demarcation.getMedia(),
                        demarcation.getConnector(),
                        demarcation.getDuplex());
    }

    private static @Nullable MaintenanceView maintenance(ConnectionSnapshot connection) {
        var latest = connection.getMaintenance();
        return latest == null
                ? null
                : new MaintenanceView(
                        latest.getPlanned().getMaintenanceId(),
                        latest.getStatus(),
                        latest.getPlanned().getStartsAt(),
                        latest.getPlanned().getEndsAt(),
                        latest.getPlanned().getImpact(),
                        latest.getPlanned().getReason());
    }

    private static @Nullable PeerDemarcationView peerDemarcation(ConnectionSnapshot connection) {
        var end = connection.getPeerDemarcation();
        return end == null
                ? null
                : new PeerDemarcationView(end.getRack(), end.getPatchPanel(), end.getPatchPanelPort(), end.getRouter());
    }

    private static @Nullable LoaView loa(ConnectionSnapshot connection) {
        var loa = connection.getLoa();
        return loa == null
                ? null
                : new LoaView(loa.getNumber(), loa.getIssuedAt(), loa.getExpiresAt(), connection.getLoaRevoked());
    }

    private static @Nullable LinkTestView linkTest(ConnectionSnapshot connection) {
        var test = connection.getLinkTest();
        return test == null
                ? null
                : new LinkTestView(
                        test.getPassed(),
                        test.getPacketsSent(),
                        test.getPacketsReceived(),
                        test.getRoundTripMs(),
                        test.getRoundTripMinMs(),
                        test.getRoundTripMaxMs(),
                        test.getNote());
    }
}

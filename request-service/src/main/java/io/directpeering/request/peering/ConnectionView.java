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
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAddresses;
import org.jspecify.annotations.Nullable;

/// A connection as clients read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionView(
        UUID connectionId,
        ConnectionState state,
        @Nullable String reason,
        Instant enteredAt,
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
        @Nullable String crossConnectId) {

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

    /// The letter of authorization.
    record LoaView(String number, Instant issuedAt, Instant expiresAt) {}

    /// The latest link test.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkTestView(
            boolean passed,
            int packetsSent,
            int packetsReceived,
            @Nullable Double roundTripMs,
            @Nullable String note) {}

    /// @param seen latest looks at the sessions of the whole peering
    static ConnectionView of(ConnectionSnapshot connection, List<BgpSessionObserved> seen) {
        var requested = connection.getRequested();
        return new ConnectionView(
                connection.getConnectionId(),
                connection.getState(),
                connection.getReason(),
                connection.getEnteredAt(),
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
                        .map(session -> SessionView.of(session, latest(connection, session, seen)))
                        .toList(),
                loa(connection),
                linkTest(connection),
                connection.getCrossConnectId());
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

    private static @Nullable LoaView loa(ConnectionSnapshot connection) {
        var loa = connection.getLoa();
        return loa == null ? null : new LoaView(loa.getNumber(), loa.getIssuedAt(), loa.getExpiresAt());
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
                        test.getNote());
    }
}

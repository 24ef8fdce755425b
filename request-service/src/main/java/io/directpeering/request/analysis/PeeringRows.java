package io.directpeering.request.analysis;

import java.time.Instant;
import java.util.function.Function;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.SessionAddresses;
import org.jspecify.annotations.Nullable;

/// Rows of the tables `peerings` and `connections`. Contacts, names of keys and verification codes stay out.
final class PeeringRows {

    private PeeringRows() {}

    static Row peering(PeeringSnapshot it) {
        var question = it.getOpenQuestion();
        var active = it.getConnections().stream()
                .filter(each -> each.getState() == ConnectionState.Active)
                .count();
        return Row.of("peering_id", it.getPeeringId())
                .with("sequence", it.getSequence())
                .with("updated_at", it.getUpdatedAt())
                .with("state", it.getState())
                .with("redundant", it.getRedundant())
                .with("origin", it.getOrigin())
                .with("peering_name", it.getPeeringName())
                .with("peering_location", it.getPeeringLocation())
                .with("direct_peering_type", it.getDirectPeeringType())
                .with("peer_asn", it.getPeer().getAsn())
                .with("peer_name", it.getPeer().getName())
                .with("requested_by", Principal.shown(it.getRequestedBy()))
                .with("requested_at", it.getRequestedAt())
                .with("connections", it.getConnections().size())
                .with("active_connections", (int) active)
                .with("question", of(question, each -> each.getQuestion()))
                .with("question_asked_at", of(question, each -> each.getAskedAt()))
                .with("answer_due_at", of(question, each -> each.getAnswerDueAt()))
                .with("answered_at", it.getAnsweredAt());
    }

    /// @param overdueSince the deadline of its state that was recorded as passed
    static Row connection(PeeringSnapshot peering, ConnectionSnapshot it, @Nullable Instant overdueSince) {
        var requested = it.getRequested();
        var port = it.getDemarcation();
        var v4 = addresses(it, AddressFamily.IPv4);
        var v6 = addresses(it, AddressFamily.IPv6);
        var letter = it.getLoa();
        var test = it.getLinkTest();
        var maintenance = it.getMaintenance();
        return Row.of("connection_id", it.getConnectionId())
                .with("peering_id", peering.getPeeringId())
                .with("sequence", peering.getSequence())
                .with("state", it.getState())
                .with("entered_at", it.getEnteredAt())
                .with("stage_sequence", it.getStageSequence())
                .with("reason", it.getReason())
                .with("overdue_since", overdueSince)
                .with("route_policy", it.getRoutePolicy())
                .with("facility_id", requested.getPeeringDBFacilityId())
                .with("facility_name", of(port, each -> each.getFacilityName()))
                .with("bandwidth_in_mbps", requested.getBandwidthInMbps())
                .with("max_prefixes_v4", requested.getMaxPrefixesAdvertisedV4())
                .with("max_prefixes_v6", requested.getMaxPrefixesAdvertisedV6())
                .with("session_auth", requested.getSessionAuth())
                .with("router", of(port, each -> each.getRouter()))
                .with("router_port", of(port, each -> each.getRouterPort()))
                .with("rack", of(port, each -> each.getRack()))
                .with("patch_panel", of(port, each -> each.getPatchPanel()))
                .with("patch_panel_port", of(port, each -> each.getPatchPanelPort()))
                .with("media", of(port, each -> each.getMedia()))
                .with("peer_address_v4", of(v4, SessionAddresses::getPeerAddress))
                .with("operator_address_v4", of(v4, SessionAddresses::getOperatorAddress))
                .with("peer_address_v6", of(v6, SessionAddresses::getPeerAddress))
                .with("operator_address_v6", of(v6, SessionAddresses::getOperatorAddress))
                .with("loa_number", of(letter, each -> each.getNumber()))
                .with("loa_issued_at", of(letter, each -> each.getIssuedAt()))
                .with("loa_expires_at", of(letter, each -> each.getExpiresAt()))
                .with("loa_revoked", it.getLoaRevoked())
                .with("cross_connect_id", it.getCrossConnectId())
                .with("link_test_passed", of(test, each -> each.getPassed()))
                .with("link_test_rtt_ms", of(test, each -> each.getRoundTripMs()))
                .with(
                        "maintenance_id",
                        of(maintenance, each -> each.getPlanned().getMaintenanceId()))
                .with("maintenance_status", of(maintenance, each -> each.getStatus()))
                .with(
                        "maintenance_starts_at",
                        of(maintenance, each -> each.getPlanned().getStartsAt()))
                .with(
                        "maintenance_ends_at",
                        of(maintenance, each -> each.getPlanned().getEndsAt()))
                .with(
                        "maintenance_impact",
                        of(maintenance, each -> each.getPlanned().getImpact()));
    }

    private static @Nullable SessionAddresses addresses(ConnectionSnapshot it, AddressFamily family) {
        return it.getSessions().stream()
                .filter(each -> each.getFamily() == family)
                .findFirst()
                .orElse(null);
    }

    private static <T, V> @Nullable V of(@Nullable T part, Function<T, @Nullable V> value) {
        return part == null ? null : value.apply(part);
    }
}

package io.directpeering.request.topology;

import java.util.List;
import java.util.function.Function;

import io.directpeering.events.ConnectionMaintenance;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.lifecycle.Connection;
import io.directpeering.request.lifecycle.ConnectionState.Active;
import io.directpeering.request.lifecycle.ConnectionState.PendingApproval;
import io.directpeering.request.lifecycle.ConnectionState.PendingRemove;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningCompleted;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningFailed;
import io.directpeering.request.lifecycle.ConnectionState.ProvisioningStarted;
import io.directpeering.request.lifecycle.ConnectionState.Rejected;
import io.directpeering.request.lifecycle.ConnectionState.Removed;
import io.directpeering.request.lifecycle.ConnectionState.Validating;
import io.directpeering.request.lifecycle.Demarcation;
import io.directpeering.request.lifecycle.Inquiry;
import io.directpeering.request.lifecycle.LinkTest;
import io.directpeering.request.lifecycle.Loa;
import io.directpeering.request.lifecycle.Maintenance;
import io.directpeering.request.lifecycle.OpenQuestion;
import io.directpeering.request.lifecycle.Origin;
import io.directpeering.request.lifecycle.PeerDemarcation;
import io.directpeering.request.lifecycle.Peering;
import io.directpeering.request.lifecycle.RequestedConnection;
import io.directpeering.request.lifecycle.RoutePolicy;
import io.directpeering.request.lifecycle.SessionAddresses;
import io.directpeering.request.lifecycle.Terms;
import io.directpeering.request.lifecycle.Terms.Contact;
import io.directpeering.request.lifecycle.Terms.Peer;
import io.directpeering.request.lifecycle.Wire;
import org.jspecify.annotations.Nullable;

/// A peering, and what facts say of it, as the life cycle sees it: out of how it stands in stores and on the wire. Both
/// spell the words of the field alike. [SnapshotWriter] does the reverse.
final class SnapshotReader {

    private SnapshotReader() {}

    /// @throws IllegalArgumentException it holds a word that this release does not know
    static Peering peering(PeeringSnapshot it) {
        return new Peering(
                it.getPeeringId(),
                it.getSequence(),
                it.getUpdatedAt(),
                Origin.valueOf(it.getOrigin().name()),
                terms(it.getPeer(), it.getPeeringName(), it.getPeeringLocation(), it.getDirectPeeringType()),
                it.getRequestedBy(),
                it.getRequestedAt(),
                each(it.getConnections(), SnapshotReader::connection),
                new Inquiry(question(it.getOpenQuestion()), it.getAnsweredAt()));
    }

    private static @Nullable OpenQuestion question(io.directpeering.events.@Nullable OpenQuestion it) {
        return it == null
                ? null
                : new OpenQuestion(it.getQuestion(), it.getAskedBy(), it.getAskedAt(), it.getAnswerDueAt());
    }

    private static Connection connection(ConnectionSnapshot it) {
        return new Connection(
                requested(it.getRequested()),
                state(it.getState(), it.getReason()),
                it.getStageSequence(),
                it.getEnteredAt(),
                RoutePolicy.valueOf(it.getRoutePolicy().name()),
                new Wire(
                        it.getDemarcation() == null ? null : demarcation(it.getDemarcation()),
                        sessions(it.getSessions()),
                        it.getLoa() == null ? null : loa(it.getLoa()),
                        it.getLinkTest() == null ? null : linkTest(it.getLinkTest()),
                        it.getCrossConnectId(),
                        peerDemarcation(it.getPeerDemarcation()),
                        it.getLoaRevoked()),
                maintenance(it.getMaintenance()));
    }

    private static @Nullable Maintenance maintenance(@Nullable ConnectionMaintenance it) {
        return it == null
                ? null
                : maintenance(
                        it.getPlanned(),
                        Maintenance.Status.valueOf(it.getStatus().name()));
    }

    static Maintenance maintenance(io.directpeering.events.Maintenance it, Maintenance.Status status) {
        return new Maintenance(
                it.getMaintenanceId(),
                it.getStartsAt(),
                it.getEndsAt(),
                it.getImpact().name(),
                it.getReason(),
                status);
    }

    private static io.directpeering.request.lifecycle.ConnectionState state(
            ConnectionState word, @Nullable String reason) {
        return switch (word) {
            case PendingApproval -> new PendingApproval();
            case ProvisioningStarted -> new ProvisioningStarted();
            case ProvisioningCompleted -> new ProvisioningCompleted();
            case Validating -> new Validating();
            case Active -> new Active();
            case ProvisioningFailed -> new ProvisioningFailed(given(reason));
            case PendingRemove -> new PendingRemove(reason);
            case Removed -> new Removed(reason);
            case Rejected -> new Rejected(given(reason));
            case Unknown -> throw new IllegalArgumentException("no state that this release knows");
        };
    }

    private static String given(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    static Terms terms(io.directpeering.events.Peer peer, String name, String location, DirectPeeringType type) {
        return new Terms(
                new Peer(
                        peer.getAsn(),
                        peer.getName(),
                        peer.getValidationState().name(),
                        each(peer.getContacts(), SnapshotReader::contact)),
                name,
                location,
                type.name());
    }

    private static Contact contact(io.directpeering.events.Contact it) {
        return new Contact(it.getRole().name(), it.getName(), it.getEmail(), it.getPhone());
    }

    static RequestedConnection requested(io.directpeering.events.RequestedConnection it) {
        return new RequestedConnection(
                it.getConnectionId(),
                it.getPeeringDBFacilityId(),
                it.getBandwidthInMbps(),
                it.getSessionAddressProvider().name(),
                it.getSessionPrefixV4(),
                it.getSessionPrefixV6(),
                it.getMaxPrefixesAdvertisedV4(),
                it.getMaxPrefixesAdvertisedV6(),
                it.getSessionAuth().name(),
                it.getSessionAuthKeyName());
    }

    static Demarcation demarcation(io.directpeering.events.Demarcation it) {
        return new Demarcation(
                it.getPeeringDBFacilityId(),
                it.getFacilityName(),
                it.getRouter(),
                it.getRouterPort(),
                it.getRack(),
                it.getPatchPanel(),
                it.getPatchPanelPort(),
                it.getMedia(),
                it.getConnector(),
                it.getDuplex());
    }

    static @Nullable PeerDemarcation peerDemarcation(io.directpeering.events.@Nullable PeerDemarcation it) {
        return it == null
                ? null
                : new PeerDemarcation(it.getRack(), it.getPatchPanel(), it.getPatchPanelPort(), it.getRouter());
    }

    static List<SessionAddresses> sessions(List<io.directpeering.events.SessionAddresses> them) {
        return each(
                them,
                it -> new SessionAddresses(
                        it.getFamily().name(), it.getPrefix(), it.getPeerAddress(), it.getOperatorAddress()));
    }

    static Loa loa(io.directpeering.events.Loa it) {
        return new Loa(it.getNumber(), it.getIssuedAt(), it.getExpiresAt(), it.getVerificationCode());
    }

    static LinkTest linkTest(io.directpeering.events.LinkTest it) {
        return new LinkTest(
                it.getPassed(),
                it.getPacketsSent(),
                it.getPacketsReceived(),
                it.getRoundTripMs(),
                it.getNote(),
                it.getRoundTripMinMs(),
                it.getRoundTripMaxMs());
    }

    static <A, B> List<B> each(List<A> them, Function<A, B> codec) {
        return them.stream().map(codec).toList();
    }
}

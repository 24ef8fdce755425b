package io.directpeering.request.topology;

import java.util.List;
import java.util.function.Function;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.ConnectionMaintenance;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.ContactRole;
import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import io.directpeering.events.ValidationState;
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

/// A peering as the life cycle sees it, and as it stands in stores and on the wire. Both spell the words of the
/// field alike.
final class SnapshotCodec {

    private SnapshotCodec() {}

    static PeeringSnapshot snapshot(Peering it) {
        return new PeeringSnapshot(
                it.peeringId(),
                it.sequence(),
                it.updatedAt(),
                PeeringState.valueOf(it.state().name()),
                it.redundant(),
                io.directpeering.events.Origin.valueOf(it.origin().name()),
                it.terms().peeringName(),
                it.terms().peeringLocation(),
                DirectPeeringType.valueOf(it.terms().directPeeringType()),
                peer(it.terms().peer()),
                it.requestedBy(),
                it.requestedAt(),
                each(it.connections(), SnapshotCodec::snapshot),
                question(it.inquiry().open()),
                it.inquiry().answeredAt());
    }

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
                each(it.getConnections(), SnapshotCodec::connection),
                new Inquiry(question(it.getOpenQuestion()), it.getAnsweredAt()));
    }

    /// The state's name on the wire.
    static ConnectionState word(io.directpeering.request.lifecycle.ConnectionState state) {
        return ConnectionState.valueOf(state.word());
    }

    private static io.directpeering.events.@Nullable OpenQuestion question(@Nullable OpenQuestion it) {
        return it == null
                ? null
                : new io.directpeering.events.OpenQuestion(it.question(), it.askedBy(), it.askedAt(), it.answerDueAt());
    }

    private static @Nullable OpenQuestion question(io.directpeering.events.@Nullable OpenQuestion it) {
        return it == null
                ? null
                : new OpenQuestion(it.getQuestion(), it.getAskedBy(), it.getAskedAt(), it.getAnswerDueAt());
    }

    private static ConnectionSnapshot snapshot(Connection it) {
        var wire = it.wire();
        return new ConnectionSnapshot(
                it.id(),
                word(it.state()),
                it.state().reason(),
                it.stageSequence(),
                it.enteredAt(),
                io.directpeering.events.RoutePolicy.valueOf(it.routePolicy().name()),
                requested(it.requested()),
                wire.demarcation() == null ? null : demarcation(wire.demarcation()),
                each(wire.sessions(), SnapshotCodec::addresses),
                wire.loa() == null ? null : loa(wire.loa()),
                wire.linkTest() == null ? null : linkTest(wire.linkTest()),
                wire.crossConnectId(),
                peerDemarcation(wire.peerDemarcation()),
                wire.loaRevoked(),
                maintenance(it.maintenance()));
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

    private static @Nullable ConnectionMaintenance maintenance(@Nullable Maintenance it) {
        return it == null
                ? null
                : new ConnectionMaintenance(
                        new io.directpeering.events.Maintenance(
                                it.id(),
                                it.startsAt(),
                                it.endsAt(),
                                MaintenanceImpact.valueOf(it.impact()),
                                it.reason()),
                        MaintenanceStatus.valueOf(it.status().name()));
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
                        each(peer.getContacts(), SnapshotCodec::contact)),
                name,
                location,
                type.name());
    }

    private static io.directpeering.events.Peer peer(Peer it) {
        return new io.directpeering.events.Peer(
                it.asn(),
                it.name(),
                ValidationState.valueOf(it.validationState()),
                each(it.contacts(), SnapshotCodec::contact));
    }

    private static Contact contact(io.directpeering.events.Contact it) {
        return new Contact(it.getRole().name(), it.getName(), it.getEmail(), it.getPhone());
    }

    private static io.directpeering.events.Contact contact(Contact it) {
        return new io.directpeering.events.Contact(ContactRole.valueOf(it.role()), it.name(), it.email(), it.phone());
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

    private static io.directpeering.events.RequestedConnection requested(RequestedConnection it) {
        return new io.directpeering.events.RequestedConnection(
                it.connectionId(),
                it.peeringDBFacilityId(),
                it.bandwidthInMbps(),
                SessionAddressProvider.valueOf(it.sessionAddressProvider()),
                it.sessionPrefixV4(),
                it.sessionPrefixV6(),
                it.maxPrefixesAdvertisedV4(),
                it.maxPrefixesAdvertisedV6(),
                SessionAuth.valueOf(it.sessionAuth()),
                it.sessionAuthKeyName());
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

    private static io.directpeering.events.Demarcation demarcation(Demarcation it) {
        return new io.directpeering.events.Demarcation(
                it.peeringDBFacilityId(),
                it.facilityName(),
                it.router(),
                it.routerPort(),
                it.rack(),
                it.patchPanel(),
                it.patchPanelPort(),
                it.media(),
                it.connector(),
                it.duplex());
    }

    static @Nullable PeerDemarcation peerDemarcation(io.directpeering.events.@Nullable PeerDemarcation it) {
        return it == null
                ? null
                : new PeerDemarcation(it.getRack(), it.getPatchPanel(), it.getPatchPanelPort(), it.getRouter());
    }

    private static io.directpeering.events.@Nullable PeerDemarcation peerDemarcation(@Nullable PeerDemarcation it) {
        return it == null
                ? null
                : new io.directpeering.events.PeerDemarcation(
                        it.rack(), it.patchPanel(), it.patchPanelPort(), it.router());
    }

    static List<SessionAddresses> sessions(List<io.directpeering.events.SessionAddresses> them) {
        return each(
                them,
                it -> new SessionAddresses(
                        it.getFamily().name(), it.getPrefix(), it.getPeerAddress(), it.getOperatorAddress()));
    }

    private static io.directpeering.events.SessionAddresses addresses(SessionAddresses it) {
        return new io.directpeering.events.SessionAddresses(
                AddressFamily.valueOf(it.family()), it.prefix(), it.peerAddress(), it.operatorAddress());
    }

    static Loa loa(io.directpeering.events.Loa it) {
        return new Loa(it.getNumber(), it.getIssuedAt(), it.getExpiresAt(), it.getVerificationCode());
    }

    private static io.directpeering.events.Loa loa(Loa it) {
        return new io.directpeering.events.Loa(it.number(), it.issuedAt(), it.expiresAt(), it.verificationCode());
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

    private static io.directpeering.events.LinkTest linkTest(LinkTest it) {
        return new io.directpeering.events.LinkTest(
                it.passed(),
                it.packetsSent(),
                it.packetsReceived(),
                it.roundTripMs(),
                it.note(),
                it.roundTripMinMs(),
                it.roundTripMaxMs());
    }

    static <A, B> List<B> each(List<A> them, Function<A, B> codec) {
        return them.stream().map(codec).toList();
    }
}

package io.directpeering.request.topology;

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
import io.directpeering.request.lifecycle.Demarcation;
import io.directpeering.request.lifecycle.LinkTest;
import io.directpeering.request.lifecycle.Loa;
import io.directpeering.request.lifecycle.Maintenance;
import io.directpeering.request.lifecycle.OpenQuestion;
import io.directpeering.request.lifecycle.PeerDemarcation;
import io.directpeering.request.lifecycle.Peering;
import io.directpeering.request.lifecycle.RequestedConnection;
import io.directpeering.request.lifecycle.SessionAddresses;
import io.directpeering.request.lifecycle.Terms.Contact;
import io.directpeering.request.lifecycle.Terms.Peer;
import org.jspecify.annotations.Nullable;

import static io.directpeering.request.topology.SnapshotReader.each;

/// A peering as it stands in stores and on the wire: out of how the life cycle sees it. [SnapshotReader] does the
/// reverse.
final class SnapshotWriter {

    private SnapshotWriter() {}

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
                each(it.connections(), SnapshotWriter::snapshot),
                question(it.inquiry().open()),
                it.inquiry().answeredAt());
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
                each(wire.sessions(), SnapshotWriter::addresses),
                wire.loa() == null ? null : loa(wire.loa()),
                wire.linkTest() == null ? null : linkTest(wire.linkTest()),
                wire.crossConnectId(),
                peerDemarcation(wire.peerDemarcation()),
                wire.loaRevoked(),
                maintenance(it.maintenance()));
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

    private static io.directpeering.events.Peer peer(Peer it) {
        return new io.directpeering.events.Peer(
                it.asn(),
                it.name(),
                ValidationState.valueOf(it.validationState()),
                each(it.contacts(), SnapshotWriter::contact));
    }

    private static io.directpeering.events.Contact contact(Contact it) {
        return new io.directpeering.events.Contact(ContactRole.valueOf(it.role()), it.name(), it.email(), it.phone());
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

    private static io.directpeering.events.@Nullable PeerDemarcation peerDemarcation(@Nullable PeerDemarcation it) {
        return it == null
                ? null
                : new io.directpeering.events.PeerDemarcation(
                        it.rack(), it.patchPanel(), it.patchPanelPort(), it.router());
    }

    private static io.directpeering.events.SessionAddresses addresses(SessionAddresses it) {
        return new io.directpeering.events.SessionAddresses(
                AddressFamily.valueOf(it.family()), it.prefix(), it.peerAddress(), it.operatorAddress());
    }

    private static io.directpeering.events.Loa loa(Loa it) {
        return new io.directpeering.events.Loa(it.number(), it.issuedAt(), it.expiresAt(), it.verificationCode());
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
}

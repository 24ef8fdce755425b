package io.directpeering.notification.message;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.ConnectionMaintenance;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.OpenQuestion;
import io.directpeering.events.Origin;
import io.directpeering.events.PeerDemarcation;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddresses;
import io.directpeering.events.StateChange;
import org.jspecify.annotations.Nullable;

/// From the wire to what mails speak of. The only place where text that people typed comes in, and it comes in clean.
final class Matters {

    private Matters() {}

    static Matter of(PeeringTransitioned transition) {
        var peering = peering(transition.getSnapshot());
        var concerned = concerned(transition);
        var connections = concerned.isEmpty()
                ? peering.connections()
                : peering.connections().stream()
                        .filter(connection -> concerned.contains(connection.id()))
                        .toList();
        return new Matter(peering, connections, transition.getMetadata().getOccurredAt());
    }

    /// What the fact's author gave as reason, or else what stands on the connections.
    static String reason(PeeringTransitioned transition, Matter matter) {
        var given = PlainText.paragraphs(transition.getCause().getReason());
        return given.isEmpty() ? matter.reasons() : given;
    }

    /// The connections the transition is about; none named: all.
    private static Set<UUID> concerned(PeeringTransitioned transition) {
        if (transition.getMetadata().getConnectionId() instanceof UUID only) {
            return Set.of(only);
        }
        return transition.getChanges().stream()
                .map(StateChange::getConnectionId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Peering peering(PeeringSnapshot snapshot) {
        return new Peering(
                snapshot.getPeeringId(),
                PlainText.line(snapshot.getPeeringName()),
                PlainText.line(snapshot.getPeeringLocation()),
                snapshot.getPeer().getAsn(),
                PlainText.line(snapshot.getPeer().getName()),
                snapshot.getState().name(),
                snapshot.getOrigin() == Origin.Legacy,
                snapshot.getRedundant(),
                PlainText.line(snapshot.getRequestedBy()),
                snapshot.getRequestedAt(),
                question(snapshot.getOpenQuestion()),
                snapshot.getConnections().stream().map(Matters::connection).toList());
    }

    private static Connection connection(ConnectionSnapshot snapshot) {
        var requested = snapshot.getRequested();
        return new Connection(
                snapshot.getConnectionId(),
                snapshot.getState(),
                snapshot.getReason() == null ? null : PlainText.paragraphs(snapshot.getReason()),
                snapshot.getEnteredAt(),
                requested.getPeeringDBFacilityId(),
                requested.getBandwidthInMbps(),
                requested.getSessionAuth().name(),
                lineOrNull(requested.getSessionAuthKeyName()),
                lineOrNull(snapshot.getCrossConnectId()),
                demarcation(snapshot.getDemarcation()),
                peerEnd(snapshot.getPeerDemarcation()),
                sessions(snapshot.getSessions(), requested),
                letter(snapshot.getLoa(), snapshot.getLoaRevoked()),
                linkTest(snapshot.getLinkTest()),
                work(snapshot.getMaintenance()));
    }

    private static @Nullable Work work(@Nullable ConnectionMaintenance latest) {
        return latest == null
                ? null
                : new Work(
                        latest.getPlanned().getMaintenanceId(),
                        latest.getPlanned().getStartsAt(),
                        latest.getPlanned().getEndsAt(),
                        latest.getPlanned().getImpact(),
                        PlainText.line(latest.getPlanned().getReason()));
    }

    private static List<Connection.Session> sessions(List<SessionAddresses> sessions, RequestedConnection requested) {
        return sessions.stream()
                .map(session -> new Connection.Session(
                        session.getFamily().name(),
                        PlainText.line(session.getPrefix()),
                        PlainText.line(session.getPeerAddress()),
                        PlainText.line(session.getOperatorAddress()),
                        session.getFamily() == AddressFamily.IPv4
                                ? requested.getMaxPrefixesAdvertisedV4()
                                : requested.getMaxPrefixesAdvertisedV6()))
                .toList();
    }

    private static Connection.@Nullable Demarcation demarcation(io.directpeering.events.@Nullable Demarcation end) {
        return end == null
                ? null
                : new Connection.Demarcation(
                        PlainText.line(end.getFacilityName()),
                        PlainText.line(end.getRouter()),
                        PlainText.line(end.getRouterPort()),
                        PlainText.line(end.getRack()),
                        PlainText.line(end.getPatchPanel()),
                        PlainText.line(end.getPatchPanelPort()),
                        PlainText.line(end.getMedia()),
                        PlainText.line(end.getConnector()),
                        PlainText.line(end.getDuplex()));
    }

    private static Connection.@Nullable Letter letter(io.directpeering.events.@Nullable Loa loa, boolean revoked) {
        return loa == null
                ? null
                : new Connection.Letter(
                        PlainText.line(loa.getNumber()),
                        loa.getIssuedAt(),
                        loa.getExpiresAt(),
                        lineOrNull(loa.getVerificationCode()),
                        revoked);
    }

    private static Connection.@Nullable PeerEnd peerEnd(@Nullable PeerDemarcation end) {
        return end == null
                ? null
                : new Connection.PeerEnd(
                        lineOrNull(end.getRack()),
                        lineOrNull(end.getPatchPanel()),
                        lineOrNull(end.getPatchPanelPort()),
                        lineOrNull(end.getRouter()));
    }

    private static @Nullable Question question(@Nullable OpenQuestion open) {
        return open == null
                ? null
                : new Question(PlainText.paragraphs(open.getQuestion()), open.getAskedAt(), open.getAnswerDueAt());
    }

    private static Connection.@Nullable LinkTest linkTest(io.directpeering.events.@Nullable LinkTest test) {
        return test == null
                ? null
                : new Connection.LinkTest(
                        test.getPassed(),
                        test.getPacketsSent(),
                        test.getPacketsReceived(),
                        test.getRoundTripMs(),
                        test.getRoundTripMinMs(),
                        test.getRoundTripMaxMs(),
                        test.getNote() == null ? null : PlainText.paragraphs(test.getNote()));
    }

    private static @Nullable String lineOrNull(@Nullable String typed) {
        return typed == null ? null : PlainText.line(typed);
    }
}

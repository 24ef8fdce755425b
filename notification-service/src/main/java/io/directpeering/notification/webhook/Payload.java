package io.directpeering.notification.webhook;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import org.jspecify.annotations.Nullable;

/// What a webhook is told: `{type, timestamp, data}`, as the Standard Webhooks specification has it. `type` is the
/// fact's, `data` the transition with the peering as it stands.
///
/// Left out: the peer's contacts (people's addresses, which no receiver needs to follow a peering, and which anybody
/// who may read the API finds there), the letter's verification code and the names of keys. Names of people who acted
/// go to the operator's own webhooks only.
final class Payload {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Payload() {}

    static String of(PeeringTransitioned transition, boolean toOperator) {
        var cause = transition.getCause();
        var data = JSON.objectNode()
                .put("peeringId", transition.getSnapshot().getPeeringId().toString())
                .put("sequence", transition.getSequence())
                .put("connectionId", text(transition.getMetadata().getConnectionId()))
                .put("outcome", transition.getOutcome().name());
        if (toOperator) {
            data.put("actor", transition.getMetadata().getActor());
        }
        data.putObject("cause")
                .put("eventId", cause.getEventId().toString())
                .put("type", cause.getType())
                .put("occurredAt", cause.getOccurredAt().toString())
                .put("reason", cause.getReason());
        var changes = data.putArray("changes");
        transition
                .getChanges()
                .forEach(change -> changes.addObject()
                        .put("connectionId", change.getConnectionId().toString())
                        .put("from", text(change.getFrom()))
                        .put("to", change.getTo().name()));
        data.set("peering", peering(transition.getSnapshot(), toOperator));
        return message(cause.getType(), transition.getMetadata().getOccurredAt(), data);
    }

    /// A message that only shows whether messages arrive.
    static String ping(Instant at, String webhook) {
        return message("ping", at, JSON.objectNode().put("webhookId", webhook));
    }

    private static String message(String type, Instant timestamp, ObjectNode data) {
        return JSON.objectNode()
                .put("type", type)
                .put("timestamp", timestamp.toString())
                .set("data", data)
                .toString();
    }

    private static ObjectNode peering(PeeringSnapshot snapshot, boolean toOperator) {
        var peering = JSON.objectNode()
                .put("name", snapshot.getPeeringName())
                .put("state", snapshot.getState().name())
                .put("redundant", snapshot.getRedundant())
                .put("origin", snapshot.getOrigin().name())
                .put("peeringLocation", snapshot.getPeeringLocation())
                .put("directPeeringType", snapshot.getDirectPeeringType().name())
                .put("peerAsn", snapshot.getPeer().getAsn())
                .put("peerName", snapshot.getPeer().getName())
                .put("requestedAt", snapshot.getRequestedAt().toString())
                .put("updatedAt", snapshot.getUpdatedAt().toString());
        if (toOperator) {
            peering.put("requestedBy", snapshot.getRequestedBy());
        }
        if (snapshot.getOpenQuestion() != null) {
            peering.putObject("openQuestion")
                    .put("question", snapshot.getOpenQuestion().getQuestion())
                    .put("askedAt", snapshot.getOpenQuestion().getAskedAt().toString())
                    .put("answerDueAt", text(snapshot.getOpenQuestion().getAnswerDueAt()));
        }
        var connections = peering.putArray("connections");
        snapshot.getConnections().forEach(connection -> connections.add(connection(connection)));
        return peering;
    }

    private static ObjectNode connection(ConnectionSnapshot snapshot) {
        var connection = JSON.objectNode()
                .put("connectionId", snapshot.getConnectionId().toString())
                .put("state", snapshot.getState().name())
                .put("reason", snapshot.getReason())
                .put("enteredAt", snapshot.getEnteredAt().toString())
                .put("stageSequence", snapshot.getStageSequence())
                .put("routePolicy", snapshot.getRoutePolicy().name())
                .put("peeringDBFacilityId", snapshot.getRequested().getPeeringDBFacilityId())
                .put("bandwidthInMbps", snapshot.getRequested().getBandwidthInMbps())
                .put("crossConnectId", snapshot.getCrossConnectId());
        var sessions = connection.putArray("sessions");
        snapshot.getSessions()
                .forEach(session -> sessions.addObject()
                        .put("family", session.getFamily().name())
                        .put("prefix", session.getPrefix())
                        .put("peerAddress", session.getPeerAddress())
                        .put("operatorAddress", session.getOperatorAddress()));
        wire(connection, snapshot);
        return connection;
    }

    private static void wire(ObjectNode connection, ConnectionSnapshot snapshot) {
        if (snapshot.getDemarcation() != null) {
            var end = snapshot.getDemarcation();
            connection
                    .putObject("demarcation")
                    .put("facilityName", end.getFacilityName())
                    .put("router", end.getRouter())
                    .put("routerPort", end.getRouterPort())
                    .put("rack", end.getRack())
                    .put("patchPanel", end.getPatchPanel())
                    .put("patchPanelPort", end.getPatchPanelPort())
                    .put("media", end.getMedia())
                    .put("connector", end.getConnector())
                    .put("duplex", end.getDuplex());
        }
        if (snapshot.getLoa() != null) {
            connection
                    .putObject("loa")
                    .put("number", snapshot.getLoa().getNumber())
                    .put("issuedAt", snapshot.getLoa().getIssuedAt().toString())
                    .put("expiresAt", snapshot.getLoa().getExpiresAt().toString())
                    .put("revoked", snapshot.getLoaRevoked());
        }
        if (snapshot.getLinkTest() != null) {
            var test = snapshot.getLinkTest();
            connection
                    .putObject("linkTest")
                    .put("passed", test.getPassed())
                    .put("packetsSent", test.getPacketsSent())
                    .put("packetsReceived", test.getPacketsReceived())
                    .put("roundTripMs", test.getRoundTripMs())
                    .put("note", test.getNote());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

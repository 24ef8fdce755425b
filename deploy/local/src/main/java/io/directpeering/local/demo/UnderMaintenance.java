package io.directpeering.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.directpeering.local.demo.Stage.expect;
import static io.directpeering.local.demo.Stage.tookMs;

/// The operator works on one connection while the other carries the traffic.
final class UnderMaintenance implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "One connection is maintained: drained, denied, opened again; another maintenance is cancelled";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        var connection = moves.toProvisioningStarted().connections().getFirst();
        moves.toActive();
        var work = announce(stage, connection, Duration.ZERO);
        var begun = System.nanoTime();
        var seen = stage.await(
                "the first drained, the second open",
                view -> view.routePolicies().equals(List.of("Drain", "Allow")));
        expect("states in maintenance", List.of("Active", "Active"), seen.states());
        stage.tell("maintenance started", tookMs(begun), "traffic moves to the other connection");
        awaitOnRouter(stage, connection, "DENY_ALL");
        stage.tell("denied", tookMs(begun), "the router lets nothing through");
        var completed = stage.api()
                .post(Cast.OPERATOR, maintenances(stage) + "/" + work + "/complete", JSON.objectNode())
                .expect(200);
        stage.tell("operator is done early", completed.tookMs(), "maintenance completed");
        begun = System.nanoTime();
        stage.await("both open again", view -> view.routePolicies().stream().allMatch("Allow"::equals));
        awaitOnRouter(stage, connection, "OPEN");
        stage.tell("traffic opened", tookMs(begun), "DENY ALL lifted");
        var other = announce(stage, connection, Duration.ofDays(7));
        var cancelled = stage.api()
                .delete(Cast.OPERATOR, maintenances(stage) + "/" + other + "?reason=Postponed")
                .expect(200);
        stage.tell("maintenance cancelled", cancelled.tookMs(), "nothing was touched");
        moves.deprovision("done");
    }

    private static String announce(Stage stage, JsonNode connection, Duration ahead) {
        var from = Instant.now().plus(ahead);
        ObjectNode body = JSON.objectNode()
                .put("from", from.toString())
                .put("until", from.plus(Duration.ofHours(2)).toString())
                .put("impact", "ReducedRedundancy")
                .put("reason", "New optics");
        body.putArray("connectionIds").add(connection.path("connectionId").asText());
        var answer = stage.api().post(Cast.OPERATOR, maintenances(stage), body).expect(201);
        stage.tell("maintenance announced", answer.tookMs(), "from " + from);
        return answer.body().path("maintenanceId").asText();
    }

    private static void awaitOnRouter(Stage stage, JsonNode connection, String policy) {
        var path = "/simulator/connections/" + connection.path("connectionId").asText();
        stage.until(
                () -> stage.api().get(Cast.OPERATOR, path).expect(200),
                answer -> answer.body()
                        .path("sessions")
                        .path(0)
                        .path("policy")
                        .asText()
                        .equals(policy),
                "the router to have " + policy);
    }

    private static String maintenances(Stage stage) {
        return "/peerings/" + stage.peering() + "/maintenances";
    }
}

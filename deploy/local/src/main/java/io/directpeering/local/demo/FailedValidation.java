package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.tookMs;

/// The peer speaks with the wrong AS number; the reason says so, and the next attempt passes.
final class FailedValidation implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "Validation fails, says why, and passes the second time";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        var connection = moves.toProvisioningStarted().connections().getFirst();
        var faults = "/simulator/connections/" + connection.path("connectionId").asText() + "/faults";
        stage.api()
                .put(Cast.OPERATOR, faults, JSON.objectNode().put("asn", 65_010))
                .expect(200);
        moves.wire(connection, "XC-" + stage.cast().asn());
        var begun = System.nanoTime();
        var failed = stage.await(
                "ProvisioningFailed", view -> view.states().getFirst().equals("ProvisioningFailed"));
        stage.tell(
                "validation failed",
                tookMs(begun),
                failed.connections().getFirst().path("reason").asText());
        stage.api().put(Cast.OPERATOR, faults, JSON.objectNode()).expect(200);
        var retried = stage.api()
                .post(
                        stage.peer(),
                        stage.path(connection) + "/retry",
                        JSON.objectNode().put("reason", "AS number mended"))
                .expect(200);
        stage.take(retried.body());
        stage.tell("peer retries", retried.tookMs(), "");
        moves.toActive();
        moves.deprovision("done");
    }
}

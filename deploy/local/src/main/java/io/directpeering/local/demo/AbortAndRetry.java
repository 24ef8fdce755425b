package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The operator gives an attempt up; the peer tries again.
final class AbortAndRetry implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "An attempt is aborted and tried again";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        var connection = moves.toProvisioningStarted().connections().getFirst();
        var body = JSON.objectNode().put("reason", "The port is faulty");
        var aborted = stage.api()
                .post(Cast.OPERATOR, stage.path(connection) + "/abort", body)
                .expect(200);
        stage.await("ProvisioningFailed", view -> view.states().getFirst().equals("ProvisioningFailed"));
        stage.tell("operator aborts", aborted.tookMs(), body.path("reason").asText());
        var retried = stage.api()
                .post(
                        stage.peer(),
                        stage.path(connection) + "/retry",
                        JSON.objectNode().put("reason", "The port is mended"))
                .expect(200);
        stage.take(retried.body());
        stage.tell("peer retries", retried.tookMs(), "");
        moves.letters();
        moves.verify(connection, "Issued");
        moves.toActive();
        moves.deprovision("done");
    }
}

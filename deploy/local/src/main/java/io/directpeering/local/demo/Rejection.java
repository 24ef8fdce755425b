package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.detail;

/// The operator says no, and why.
final class Rejection implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "A request is rejected with a reason";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        moves.register();
        moves.request();
        moves.review();
        var path = "/reviews/" + stage.peering() + "/reject";
        var body = JSON.objectNode().put("reason", "No capacity in this metro before spring");
        var rejected = stage.api().post(Cast.OPERATOR, path, body).expect(200);
        stage.await("Rejected", view -> view.everyConnectionIs("Rejected"));
        stage.tell("operator rejects", rejected.tookMs(), body.path("reason").asText());
        var late = stage.api()
                .post(Cast.OPERATOR, "/reviews/" + stage.peering() + "/approve", JSON.objectNode())
                .expect(409);
        stage.tell("approve after all", late.tookMs(), detail(late));
    }
}

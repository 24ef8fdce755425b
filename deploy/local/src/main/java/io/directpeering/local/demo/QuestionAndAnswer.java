package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.expect;

/// The operator asks, the peer answers, and the request goes on.
final class QuestionAndAnswer implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "The operator asks for information";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        moves.register();
        moves.request();
        moves.review();
        var path = "/reviews/" + stage.peering() + "/request-information";
        var question = JSON.objectNode().put("question", "Which prefixes will you announce?");
        var asked = stage.api().post(Cast.OPERATOR, path, question).expect(200);
        var seen = stage.await("the open question", view -> view.body().hasNonNull("openQuestion"));
        stage.tell(
                "operator asks",
                asked.tookMs(),
                seen.body().path("openQuestion").path("question").asText());
        var answer = stage.api()
                .post(
                        stage.peer(),
                        "/peerings/" + stage.peering() + "/information",
                        JSON.objectNode().put("answer", "193.0.0.0/21 and 2001:67c:2e8::/48"))
                .expect(200);
        stage.take(answer.body());
        expect("an open question", false, answer.body().hasNonNull("openQuestion"));
        stage.tell("peer answers", answer.tookMs(), "recorded");
        moves.approve();
        moves.letters();
        stage.tell("letters are out", 0, "");
    }
}

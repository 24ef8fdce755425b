package io.directpeering.local.demo;

/// The peer takes its request back.
final class Withdrawal implements Branch {

    @Override
    public String title() {
        return "A request is withdrawn";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        moves.register();
        moves.request();
        moves.review();
        var withdrawn = stage.api()
                .delete(stage.peer(), "/peerings/" + stage.peering() + "?reason=Changed%20our%20mind")
                .expect(200);
        stage.take(withdrawn.body());
        stage.tell("peer withdraws", withdrawn.tookMs(), "");
        var closed = stage.until(
                () -> stage.api()
                        .get(Cast.OPERATOR, "/reviews/" + stage.peering())
                        .expect(200),
                answer -> answer.body().path("status").asText().equals("Withdrawn"),
                "a review that is Withdrawn");
        stage.tell(
                "review closed", closed.tookMs(), closed.body().path("status").asText());
    }
}

package io.directpeering.local.demo;

import java.util.List;

import static io.directpeering.local.demo.Stage.expect;

/// One connection goes, the other stays in service.
final class OneOfTwo implements Branch {

    @Override
    public String title() {
        return "One of two connections is taken down";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        var connection = moves.toProvisioningStarted().connections().getFirst();
        moves.toActive();
        var answer = stage.api()
                .delete(stage.peer(), stage.path(connection) + "?reason=Router%20swap")
                .expect(200);
        stage.take(answer.body());
        stage.tell("deprovision connection 1", answer.tookMs(), "accepted");
        var seen = stage.await("the first Removed", view -> view.states().equals(List.of("Removed", "Active")));
        expect("redundant", false, seen.body().path("redundant").asBoolean());
        stage.tell("connection 1 removed", 0, "the other carries on, redundant no more");
        moves.deprovision("the%20rest");
    }
}

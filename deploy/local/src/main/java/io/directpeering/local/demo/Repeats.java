package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.detail;
import static io.directpeering.local.demo.Stage.expect;

/// What is said twice counts once, and what comes too late is refused.
final class Repeats implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "Repeats and late reports change nothing";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        moves.toProvisioningStarted();
        var sequence = stage.sequence();
        var stale = stage.api()
                .deleteIf(stage.peer(), "/peerings/" + stage.peering(), sequence - 1)
                .expect(412);
        stage.tell("a change of what was read before", stale.tookMs(), detail(stale));
        moves.toActive();
        var connection = stage.look().connections().getFirst();
        var late = stage.api()
                .post(
                        stage.peer(),
                        stage.path(connection) + "/wiring-completed",
                        JSON.objectNode().put("crossConnectId", "XC-LATE"))
                .expect(409);
        stage.tell("wired, once more", late.tookMs(), detail(late));
        expect("state", "Active", stage.look().body().path("state").asText());
        moves.deprovision("done");
    }
}

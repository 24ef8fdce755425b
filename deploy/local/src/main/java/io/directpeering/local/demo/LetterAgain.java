package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// A letter is issued again, revoked, and used up.
final class LetterAgain implements Branch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "Letters: reissued, revoked, used";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        var connection = moves.toProvisioningStarted().connections().getFirst();
        var first = moves.verify(connection, "Issued");
        var path = stage.path(connection) + "/loa";
        var reissued = stage.api()
                .post(Cast.OPERATOR, path + "/reissue", JSON.objectNode())
                .expect(201);
        stage.look();
        stage.tell("operator reissues", reissued.tookMs(), "");
        moves.verify(first, "Revoked");
        var second = moves.verify(connection, "Issued");
        var body = JSON.objectNode().put("reason", "Patch panel is being moved");
        var revoked = stage.api().post(Cast.OPERATOR, path + "/revoke", body).expect(200);
        stage.look();
        stage.tell("operator revokes", revoked.tookMs(), body.path("reason").asText());
        moves.verify(second, "Revoked");
        stage.api().post(Cast.OPERATOR, path + "/reissue", JSON.objectNode()).expect(201);
        var third = moves.verify(connection, "Issued");
        moves.toActive();
        moves.verify(third, "Used");
        moves.deprovision("Enough%20of%20letters");
        var cease = stage.until(
                () -> stage.api().document(stage.peer(), stage.path(connection) + "/cease-letter"),
                answer -> answer.status() == 200,
                "a cease letter");
        stage.tell("cease letter", cease.tookMs(), "orders the cross-connect's removal");
    }
}

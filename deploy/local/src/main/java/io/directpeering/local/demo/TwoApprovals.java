package io.directpeering.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.directpeering.local.issuer.Person;

import static io.directpeering.local.demo.Stage.expect;

/// Much bandwidth: the policy wants two people to agree, and one of them alone changes nothing.
final class TwoApprovals implements Branch {

    private static final int MBPS = 100_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String title() {
        return "A large request takes two approvals";
    }

    @Override
    public void play(Stage stage) {
        var moves = new Moves(stage);
        moves.register();
        moves.request(stage.cast().request(MBPS));
        expect("approvals needed", 2, moves.review().path("approvalsNeeded").asInt());
        agree(stage, Cast.OPERATOR, "Open");
        agree(stage, Cast.OPERATOR, "Open");
        expect("states after one approval", true, stage.look().everyConnectionIs("PendingApproval"));
        agree(stage, Cast.COLLEAGUE, "Approved");
        moves.letters();
        stage.tell("letters are out", 0, "");
        moves.toActive();
        moves.deprovision("Two%20approvals%20shown");
    }

    private static void agree(Stage stage, Person who, String status) {
        var answer = stage.api()
                .post(
                        who,
                        "/reviews/" + stage.peering() + "/approve",
                        JSON.objectNode().put("reason", "Meets the policy"))
                .expect(200);
        expect("the review's status", status, answer.body().path("status").asText());
        stage.tell(
                who.name() + " approves",
                answer.tookMs(),
                "%d of %d, review %s"
                        .formatted(
                                answer.body().path("approvals").size(),
                                answer.body().path("approvalsNeeded").asInt(),
                                status));
    }
}

package io.directpeering.local.demo;

import static io.directpeering.local.demo.Stage.detail;
import static io.directpeering.local.demo.Stage.expect;

/// Before a request: the policy says what it would say, and an unvalidated network is sent to register.
final class BeforeAsking implements Branch {

    @Override
    public String title() {
        return "The policy tells beforehand; who is not validated cannot ask";
    }

    @Override
    public void play(Stage stage) {
        var unknown = stage.api()
                .post(stage.peer(), "/peerings", stage.cast().request())
                .expect(409);
        stage.tell("request without registration", unknown.tookMs(), detail(unknown));
        var moves = new Moves(stage);
        moves.register();
        var single = stage.cast().request();
        single.withArray("connections").remove(1);
        var check = stage.api().post(stage.peer(), "/policy/check", single).expect(200);
        expect("wouldBeRefused", false, check.body().path("wouldBeRefused").asBoolean());
        stage.tell(
                "policy check of one connection",
                check.tookMs(),
                "needs overrides: " + check.body().path("needsOverride"));
        var policy = stage.api().get(stage.peer(), "/policy").expect(200);
        stage.tell(
                "read the policy",
                policy.tookMs(),
                "version " + policy.body().path("version").asText());
    }
}

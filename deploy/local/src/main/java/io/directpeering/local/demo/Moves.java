package io.directpeering.local.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.detail;
import static io.directpeering.local.demo.Stage.expect;
import static io.directpeering.local.demo.Stage.tookMs;

/// What people do in every story, each told as a step.
record Moves(Stage stage) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// The peer registers, and the policy validates it.
    void register() {
        var cast = stage.cast();
        var path = "/peer-asns/" + cast.asn();
        var begun = System.nanoTime();
        // 200 where an earlier run has registered it.
        var answered = stage.api().put(cast.peer(), path, cast.registration());
        if (answered.status() != 200) {
            answered.expect(201);
        }
        stage.until(
                () -> stage.api().get(cast.peer(), path).expect(200),
                answer -> answer.body().path("validationState").asText().equals("Approved"),
                "validationState Approved");
        stage.tell("register AS" + cast.asn(), tookMs(begun), "validated: Approved");
    }

    /// The peer asks for two connections.
    void request() {
        request(stage.cast().request());
    }

    void request(JsonNode wanted) {
        var answer = stage.api().post(stage.peer(), "/peerings", wanted).expect(201);
        var seen = stage.begin(answer.body());
        if (answer.location()
                .filter(location -> location.endsWith("/peerings/" + stage.peering()))
                .isEmpty()) {
            throw new Deviation("POST /peerings: Location", ".../peerings/" + stage.peering(), answer.location());
        }
        expect("states after the request", List.of("PendingApproval", "PendingApproval"), seen.states());
        stage.tell("request peering", answer.tookMs(), "peering " + stage.peering());
    }

    /// The review that opens on the request.
    JsonNode review() {
        var begun = System.nanoTime();
        var review = stage.until(
                        () -> stage.api().get(Cast.OPERATOR, "/reviews/" + stage.peering()),
                        answer -> answer.status() == 200,
                        "a review")
                .body();
        expect("the review's status", "Open", review.path("status").asText());
        var outcomes = review.path("outcomes");
        var passed = StreamSupport.stream(outcomes.spliterator(), false)
                .filter(rule -> rule.path("outcome").asText().equals("Passed"))
                .count();
        stage.tell(
                "review opened",
                tookMs(begun),
                "policy %s: %d of %d rules passed"
                        .formatted(review.path("policyVersion").asText(), passed, outcomes.size()));
        return review;
    }

    void approve() {
        var answer = stage.api()
                .post(
                        Cast.OPERATOR,
                        "/reviews/" + stage.peering() + "/approve",
                        JSON.objectNode().put("reason", "Meets the policy"))
                .expect(200);
        expect("the review's status", "Approved", answer.body().path("status").asText());
        stage.tell("operator approves", answer.tookMs(), "");
    }

    /// Waits for the letters that follow the approval.
    Seen letters() {
        return stage.await(
                "a letter of authorization for each connection",
                view -> view.everyConnectionIs("ProvisioningStarted")
                        && view.connections().stream().allMatch(connection -> connection.hasNonNull("loa")));
    }

    /// Looks a connection's letter up in public, as a colocation provider does, and expects it to stand so.
    ///
    /// @return its verification code
    String verify(JsonNode connection, String status) {
        var letter = stage.until(
                () -> stage.api().get(stage.peer(), stage.path(connection) + "/loa"),
                answer -> answer.status() == 200
                        && answer.body().path("status").asText().equals(status),
                "a letter that is " + status);
        var code = letter.body().path("verificationCode").asText();
        verify(code, status);
        return code;
    }

    /// Looks a letter up by its code.
    void verify(String code, String status) {
        var begun = System.nanoTime();
        var verdict = stage.until(
                () -> stage.api().get(stage.peer(), "/verify/" + code).expect(200),
                answer -> answer.body().path("status").asText().equals(status),
                "a letter that is " + status);
        expect("valid", status.equals("Issued"), verdict.body().path("valid").asBoolean());
        stage.tell(
                "verify " + code,
                tookMs(begun),
                verdict.body().path("explanation").asText());
    }

    /// As far as the letters.
    Seen toProvisioningStarted() {
        register();
        request();
        review();
        approve();
        return letters();
    }

    /// The peer says that a connection is wired.
    void wire(JsonNode connection, String crossConnectId) {
        var answer = stage.api()
                .post(
                        stage.peer(),
                        stage.path(connection) + "/wiring-completed",
                        JSON.objectNode().put("crossConnectId", crossConnectId))
                .expect(200);
        stage.look();
        stage.tell("wiring completed", answer.tookMs(), crossConnectId);
    }

    /// Wires what waits for it, and follows until traffic flows.
    void toActive() {
        var begun = System.nanoTime();
        var number = 1;
        for (var connection : stage.look().connections()) {
            if (connection.path("state").asText().equals("ProvisioningStarted")) {
                wire(connection, "XC-%d-%d".formatted(stage.cast().asn(), number));
            }
            number++;
        }
        stage.await(
                "every connection Active and its traffic open",
                view -> view.everyConnectionIs("Active")
                        && view.routePolicies().stream().allMatch("Allow"::equals));
        stage.tell("validated, traffic opened", tookMs(begun), "Allow");
    }

    /// Takes the peering down, and follows to its end.
    void deprovision(String reason) {
        var answer = stage.api()
                .delete(stage.peer(), "/peerings/" + stage.peering() + "?reason=" + reason)
                .expect(200);
        stage.take(answer.body());
        stage.tell("deprovision", answer.tookMs(), "accepted");
        var begun = System.nanoTime();
        stage.await("every connection Removed", view -> view.everyConnectionIs("Removed"));
        stage.tell("removed", tookMs(begun), "drained, denied, sessions and ports released");
    }

    /// Taking it down is refused where a connection is in one of these states.
    void refuseDeprovision(Set<String> states) {
        var answer =
                stage.api().delete(stage.peer(), "/peerings/" + stage.peering()).expect(409);
        expect(
                "the refusal's code",
                "NotAllowedInState",
                answer.body().path("code").asText());
        var state = answer.body().path("state").asText();
        if (!states.contains(state)) {
            throw new Deviation("the state in the refusal", states, state);
        }
        stage.tell("deprovision in " + state, answer.tookMs(), detail(answer));
    }

    /// Names of the edge routers that the connections end on.
    static Set<String> routers(Seen seen) {
        return seen.connections().stream()
                .map(connection -> connection.path("demarcation").path("router").asText())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package io.directpeering.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The story, step by step.
final class Walk {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Api api;
    private final Timeline timeline;
    private final Cast cast;
    private String peering = "";
    private long sequence;
    private List<String> shown = List.of();

    Walk(Api api, Timeline timeline, Cast cast) {
        this.api = api;
        this.timeline = timeline;
        this.cast = cast;
    }

    /// Plays it.
    ///
    /// @return id of the peering
    /// @throws Deviation at the first step that went otherwise
    String play() {
        register();
        request();
        review();
        approve();
        refuseDeprovision(Set.of("ProvisioningStarted"));
        wire();
        // The automation may be a step further already, which changes nothing: it is refused there, too.
        refuseDeprovision(Set.of("ProvisioningCompleted", "Validating"));
        activate();
        deprovision();
        return peering;
    }

    /// Sequence of the last transition that was seen.
    long sequence() {
        return sequence;
    }

    private void register() {
        var answer = api.put(cast.peer(), "/peer-asns/" + cast.asn(), cast.registration())
                .expect(201);
        expect(
                "the registration's validationState",
                "Approved",
                answer.body().path("validationState").asText());
        timeline.add("register AS" + cast.asn(), shown, answer.tookMs(), "validated: Approved");
    }

    private void request() {
        var answer = api.post(cast.peer(), "/peerings", cast.request()).expect(201);
        peering = answer.body().path("peeringId").asText();
        if (answer.location()
                .filter(location -> location.endsWith("/peerings/" + peering))
                .isEmpty()) {
            throw new Deviation("POST /peerings: Location", ".../peerings/" + peering, answer.location());
        }
        var seen = take(answer.body());
        expectStates("after the request", "PendingApproval", seen);
        timeline.add("request peering", shown, answer.tookMs(), "peering " + peering);
    }

    private void review() {
        var path = "/reviews/" + peering;
        var begun = System.nanoTime();
        var answer = api.get(Cast.OPERATOR, path);
        while (answer.status() == 404 && withinLimit(begun)) {
            pause();
            answer = api.get(Cast.OPERATOR, path);
        }
        answer.expect(200);
        expect("the review's status", "Open", answer.body().path("status").asText());
        var outcomes = answer.body().path("outcomes");
        var passed = StreamSupport.stream(outcomes.spliterator(), false)
                .filter(rule -> rule.path("outcome").asText().equals("Passed"))
                .count();
        timeline.add(
                "review opened",
                shown,
                tookMs(begun),
                "policy %s: %d of %d rules passed"
                        .formatted(answer.body().path("policyVersion").asText(), passed, outcomes.size()));
        var own = api.post(cast.peer(), path + "/approve", JSON.objectNode()).expect(403);
        timeline.add("peer approves itself", shown, own.tookMs(), "403 " + detail(own));
    }

    private void approve() {
        var body = JSON.objectNode().put("reason", "Meets the policy");
        var answer = api.post(Cast.OPERATOR, "/reviews/" + peering + "/approve", body)
                .expect(200);
        expect("the review's status", "Approved", answer.body().path("status").asText());
        timeline.add("operator approves", shown, answer.tookMs(), "");
        var begun = System.nanoTime();
        var seen = await(
                "a letter of authorization for each connection",
                view -> view.everyConnectionIs("ProvisioningStarted")
                        && view.connections().stream().allMatch(connection -> connection.hasNonNull("loa")));
        var routers = seen.connections().stream()
                .map(connection -> connection.path("demarcation").path("router").asText())
                .collect(Collectors.toSet());
        expect("edge routers", 2, routers.size());
        for (var connection : seen.connections()) {
            var number = connection.path("loa").path("number").asText();
            api.get(cast.peer(), "/loas/" + number).expect(200);
            timeline.add("letter of authorization", shown, tookMs(begun), number + " " + port(connection));
        }
    }

    private void refuseDeprovision(Set<String> states) {
        var answer = api.delete(cast.peer(), "/peerings/" + peering).expect(409);
        expect(
                "the refusal's code",
                "NotAllowedInState",
                answer.body().path("code").asText());
        var state = answer.body().path("state").asText();
        if (!states.contains(state)) {
            throw new Deviation("the state in the refusal", states, state);
        }
        timeline.add("deprovision in " + state, shown, answer.tookMs(), "409 " + detail(answer));
    }

    private void wire() {
        for (var connection : look().connections()) {
            var path = path(connection);
            var test = JSON.objectNode()
                    .put("packetsSent", 10)
                    .put("packetsReceived", 10)
                    .put("roundTripMs", 0.4)
                    .put("note", "ping over 169.254.0.0/30");
            var answer = api.post(cast.peer(), path + "/link-tests", test).expect(201);
            timeline.add("link test", shown, answer.tookMs(), "10 of 10 packets came back");
        }
        var number = 1;
        for (var connection : look().connections()) {
            var body = JSON.objectNode().put("crossConnectId", "XC-%d-%d".formatted(cast.asn(), number++));
            var answer = api.post(cast.peer(), path(connection) + "/wiring-completed", body)
                    .expect(200);
            look();
            timeline.add(
                    "wiring completed",
                    shown,
                    answer.tookMs(),
                    body.path("crossConnectId").asText());
        }
    }

    private void activate() {
        var begun = System.nanoTime();
        await("both connections validated: Active", view -> view.everyConnectionIs("Active"));
        timeline.add("validated", shown, tookMs(begun), "sessions up under DENY ALL, every check passed");
        var seen = await(
                "traffic opened: Allow", view -> view.routePolicies().stream().allMatch("Allow"::equals));
        expect("the peering's state", "Active", seen.body().path("state").asText());
        expect("redundant", true, seen.body().path("redundant").asBoolean());
        timeline.add("traffic opened", shown, tookMs(begun), "DENY ALL lifted");
        await("every BGP session seen Established", Seen::everySessionIsEstablished);
        timeline.add("sessions observed", shown, tookMs(begun), "Established");
    }

    private void deprovision() {
        var answer = api.delete(cast.peer(), "/peerings/" + peering + "?reason=End%20of%20the%20demo")
                .expect(200);
        expectStates("after deprovision", "PendingRemove", take(answer.body()));
        timeline.add("deprovision", shown, answer.tookMs(), "accepted");
        var begun = System.nanoTime();
        var seen = await("both connections Removed", view -> view.everyConnectionIs("Removed"));
        expect("route policies", List.of("NoSession", "NoSession"), seen.routePolicies());
        timeline.add("removed", shown, tookMs(begun), "drained, denied, sessions and ports released");
    }

    private Seen look() {
        return take(api.get(cast.peer(), "/peerings/" + peering + "?minSequence=" + sequence)
                .expect(200)
                .body());
    }

    /// Takes in what an answer shows of the peering.
    private Seen take(JsonNode body) {
        var seen = new Seen(body);
        if (seen.sequence() < sequence) {
            throw new Deviation("the peering's sequence", "at least " + sequence, seen.sequence());
        }
        sequence = seen.sequence();
        shown = seen.states();
        return seen;
    }

    /// Looks until it is so; every change of a state on the way is told.
    private Seen await(String what, Predicate<Seen> so) {
        var begun = System.nanoTime();
        var before = shown;
        var seen = look();
        while (!so.test(seen)) {
            if (!shown.equals(before)) {
                timeline.add("", shown, tookMs(begun), "");
                before = shown;
            }
            if (seen.states().contains("ProvisioningFailed") || !withinLimit(begun)) {
                throw new Deviation("after %d ms".formatted(tookMs(begun)), what, seen.body());
            }
            pause();
            seen = look();
        }
        return seen;
    }

    private String path(JsonNode connection) {
        return "/peerings/%s/connections/%s"
                .formatted(peering, connection.path("connectionId").asText());
    }

    private static String port(JsonNode connection) {
        var end = connection.path("demarcation");
        return "%s %s, %s"
                .formatted(
                        end.path("router").asText(),
                        end.path("routerPort").asText(),
                        end.path("facilityName").asText());
    }

    private static String detail(Api.Answer answer) {
        return answer.body().path("detail").asText();
    }

    private static void expectStates(String when, String state, Seen seen) {
        expect("states " + when, List.of(state, state), seen.states());
    }

    private static void expect(String what, Object expected, Object came) {
        if (!expected.equals(came)) {
            throw new Deviation(what, expected, came);
        }
    }

    private static boolean withinLimit(long begun) {
        return System.nanoTime() - begun < LIMIT.toNanos();
    }

    private static long tookMs(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Deviation("the demo", "to go on", "an interruption");
        }
    }
}

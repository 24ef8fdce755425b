package io.directpeering.local.demo;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.detail;
import static io.directpeering.local.demo.Stage.expect;
import static io.directpeering.local.demo.Stage.tookMs;

/// The article's story: one peering from request to Active and back.
final class Walk {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Stage stage;
    private final Moves moves;
    private final Optional<Lab> lab;

    /// @param lab routers that are really there; empty: they are simulated, and the peer tells of its ping
    Walk(Stage stage, Optional<Lab> lab) {
        this.lab = lab;
        this.stage = stage;
        this.moves = new Moves(stage);
    }

    /// Plays it.
    ///
    /// @throws Deviation at the first step that went otherwise
    void play() {
        moves.register();
        moves.request();
        moves.review();
        refuseSelfApproval();
        moves.approve();
        showLetters();
        moves.refuseDeprovision(Set.of("ProvisioningStarted"));
        wire();
        // The automation may be a step further already, which changes nothing: it is refused there, too.
        moves.refuseDeprovision(Set.of("ProvisioningCompleted", "Validating"));
        activate();
        lab.ifPresent(wires -> new LabWork(stage, wires).play());
        moves.deprovision("End%20of%20the%20demo");
        tellWords();
        lab.ifPresent(wires -> stage.look().connections().forEach(wires::off));
    }

    private void refuseSelfApproval() {
        var own = stage.api()
                .post(stage.peer(), "/reviews/" + stage.peering() + "/approve", JSON.objectNode())
                .expect(403);
        stage.tell("peer approves itself", own.tookMs(), detail(own));
    }

    private void showLetters() {
        var begun = System.nanoTime();
        var seen = moves.letters();
        expect("edge routers", 2, Moves.routers(seen).size());
        for (var connection : seen.connections()) {
            var number = connection.path("loa").path("number").asText();
            stage.tell("letter of authorization", tookMs(begun), number + " " + port(connection));
            moves.verify(connection, "Issued");
        }
    }

    private void wire() {
        for (var connection : stage.look().connections()) {
            if (lab.isPresent()) {
                ping(connection, lab.get());
                continue;
            }
            var test = JSON.objectNode()
                    .put("packetsSent", 10)
                    .put("packetsReceived", 10)
                    .put("roundTripMs", 0.4)
                    .put("note", "ping over 169.254.0.0/30");
            var answer = stage.api()
                    .post(stage.peer(), stage.path(connection) + "/link-tests", test)
                    .expect(201);
            stage.tell("link test", answer.tookMs(), "10 of 10 packets came back");
        }
        var number = 1;
        for (var connection : stage.look().connections()) {
            moves.wire(connection, "XC-%d-%d".formatted(stage.cast().asn(), number++));
            if (number == 2) {
                tellWordsOnceUp(connection);
            }
        }
    }

    /// Our router pings the peer's end; then the peer configures its session.
    private void ping(JsonNode connection, Lab wires) {
        wires.link(connection);
        var answer = stage.api()
                .post(
                        Cast.OPERATOR,
                        stage.path(connection) + "/link-tests/run",
                        JSON.objectNode().put("packets", 10))
                .expect(201);
        var id = connection.path("connectionId").asText();
        var test = stage.look().connections().stream()
                .filter(each -> each.path("connectionId").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("linkTest");
        expect("passed", true, test.path("passed").asBoolean());
        stage.tell(
                "link test over the wire",
                answer.tookMs(),
                "%s of %s packets came back, %s ms; %s"
                        .formatted(
                                test.path("packetsReceived").asText(),
                                test.path("packetsSent").asText(),
                                test.path("roundTripMs").asText(),
                                test.path("note").asText()));
        var operator = stage.api().get(Cast.OPERATOR, "/catalogue").expect(200).body();
        wires.sessions(
                connection,
                stage.cast().asn(),
                operator.path("operator").path("asn").asLong());
    }

    /// What a connection's router says under DENY ALL: as soon as its sessions are up, and before they are validated.
    private void tellWordsOnceUp(JsonNode connection) {
        var router = connection.path("demarcation").path("router").asText();
        lab.ifPresent(
                wires -> wires.wordsOnceUp(router, connection.path("sessions").size())
                        .forEach(line -> stage.tell("  " + router, 0, line)));
    }

    /// What the routers say themselves, in a lab.
    private void tellWords() {
        lab.ifPresent(wires -> Moves.routers(stage.look()).stream()
                .sorted()
                .forEach(router -> wires.words(router).forEach(line -> stage.tell("  " + router, 0, line))));
    }

    private void activate() {
        var begun = System.nanoTime();
        tellWordsOnceUp(stage.look().connections().getLast());
        stage.await("both connections validated: Active", view -> view.everyConnectionIs("Active"));
        stage.tell("validated", tookMs(begun), "sessions up under DENY ALL, every check passed");
        var seen = stage.await(
                "traffic opened: Allow", view -> view.routePolicies().stream().allMatch("Allow"::equals));
        expect("the peering's state", "Active", seen.body().path("state").asText());
        expect("redundant", true, seen.body().path("redundant").asBoolean());
        stage.tell("traffic opened", tookMs(begun), "DENY ALL lifted");
        stage.await("every BGP session seen Established", Seen::everySessionIsEstablished);
        stage.tell("sessions observed", tookMs(begun), "Established");
        tellWords();
    }

    private static String port(JsonNode connection) {
        var end = connection.path("demarcation");
        return "%s %s, %s"
                .formatted(
                        end.path("router").asText(),
                        end.path("routerPort").asText(),
                        end.path("facilityName").asText());
    }
}

package io.directpeering.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.directpeering.local.demo.Stage.expect;
import static io.directpeering.local.demo.Stage.tookMs;

/// What is done to sessions that carry traffic, on routers that are there: a prefix list, a maintenance of each
/// connection, a silent peer and a change past the service. What the daemons and the peer's routers have is looked at
/// each time, not only what the service says.
record LabWork(Stage stage, Lab lab) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DRAINED = "(65535,0)";
    /// Of the peer's twenty.
    private static final int LISTED = 7;
    private static final int ALL = 20;

    void play() {
        var connections = stage.look().connections();
        filter();
        connections.forEach(this::maintain);
        drift(connections.getFirst(), connections.getLast());
    }

    /// Routes that are not listed leave, and come back, while the sessions stay up.
    private void filter() {
        var path = "/prefix-lists/" + stage.cast().asn();
        var since = observed("establishedAt");
        var list = JSON.objectNode().put("source", "the demo");
        list.putArray("ipv4").addObject().put("prefix", "203.0.113.0/26").put("longest", 29);
        list.putArray("ipv6").addObject().put("prefix", "2001:db8:1::/48").put("longest", 64);
        var answer = stage.api().put(Cast.OPERATOR, path, list).expect(201);
        stage.tell("prefix list", answer.tookMs(), "203.0.113.0/26 up to /29, of what the peer announces");
        awaitAccepted(LISTED);
        tellWords("accepted: what is listed");
        answer = stage.api()
                .delete(Cast.OPERATOR, path + "?reason=End%20of%20the%20demo")
                .expect(200);
        stage.tell("prefix list withdrawn", answer.tookMs(), "only the maximum of prefixes is left");
        awaitAccepted(ALL);
        expect("sessions up since", since, observed("establishedAt"));
        stage.tell("filters exchanged", 0, "no session was reset");
    }

    private void awaitAccepted(int ipv4) {
        awaitSessions(
                "each IPv4 session to accept " + ipv4,
                sessions -> sessions.stream()
                        .filter(session -> session.path("family").asText().equals("IPv4"))
                        .allMatch(session -> session.path("observed")
                                        .path("prefixesAccepted")
                                        .asInt()
                                == ipv4));
    }

    private void maintain(JsonNode connection) {
        var maintenances = "/peerings/" + stage.peering() + "/maintenances";
        var from = Instant.now();
        var body = JSON.objectNode()
                .put("from", from.toString())
                .put("until", from.plus(Duration.ofHours(2)).toString())
                .put("impact", "ReducedRedundancy")
                .put("reason", "New optics");
        body.putArray("connectionIds").add(connection.path("connectionId").asText());
        var announced = stage.api().post(Cast.OPERATOR, maintenances, body).expect(201);
        var router = connection.path("demarcation").path("router").asText();
        stage.tell("maintenance announced", announced.tookMs(), router + ", from " + from);
        var drained = lab.heardOnce(
                connection,
                "routes, all with " + DRAINED,
                routes -> !routes.isEmpty() && routes.stream().allMatch(route -> route.contains(DRAINED)));
        drained.forEach(route -> stage.tell("  the peer hears", 0, route));
        lab.heardOnce(connection, "no routes", List::isEmpty);
        stage.tell("denied", 0, "the peer hears nothing from " + router);
        lab.words(router).forEach(line -> stage.tell("  " + router, 0, line));
        var id = announced.body().path("maintenanceId").asText();
        var completed = stage.api()
                .post(Cast.OPERATOR, maintenances + "/" + id + "/complete", JSON.objectNode())
                .expect(200);
        stage.tell("maintenance completed", completed.tookMs(), "");
        var again = lab.heardOnce(connection, "as many routes as before", routes -> routes.size() >= drained.size());
        again.forEach(route -> stage.tell("  the peer hears", 0, route));
        expect("leftovers of the drain", false, again.stream().anyMatch(route -> route.contains(DRAINED)));
        stage.await("open again", view -> view.routePolicies().stream().allMatch("Allow"::equals));
    }

    /// The peer shuts its sessions on the one wire, and on the other somebody closes the router by hand: both are seen,
    /// and neither changes a connection's state.
    private void drift(JsonNode shut, JsonNode closed) {
        var router = closed.path("demarcation").path("router").asText();
        lab.peerDoes(shut, "shut");
        lab.byHand(router, closed.path("connectionId").asText(), "deny");
        var begun = System.nanoTime();
        stage.tell("past the service", 0, "the peer shuts its sessions; somebody closes " + router + " by hand");
        awaitAlarm(shut, "SessionDown");
        stage.tell("alarm", tookMs(begun), "SessionDown");
        awaitAlarm(closed, "PolicyDiffers");
        stage.tell("alarm", tookMs(begun), "PolicyDiffers");
        expect("states", List.of("Active", "Active"), stage.look().states());
        lab.peerDoes(shut, "unshut");
        lab.byHand(router, closed.path("connectionId").asText(), "allow");
        awaitSessions(
                "no alarm",
                sessions -> sessions.stream()
                        .allMatch(session -> session.path("drift").isEmpty()));
        stage.tell("alarms cleared", tookMs(begun), "as it should be, on both routers");
    }

    private void awaitAlarm(JsonNode connection, String kind) {
        var id = connection.path("connectionId").asText();
        stage.until(
                this::sessions,
                answer -> connections(answer)
                        .filter(each -> each.path("connectionId").asText().equals(id))
                        .flatMap(each -> elements(each.path("sessions")))
                        .flatMap(session -> elements(session.path("drift")))
                        .anyMatch(drift -> drift.path("kind").asText().equals(kind)
                                && drift.path("alarm").asBoolean()),
                "the alarm " + kind);
    }

    private void awaitSessions(String what, Predicate<List<JsonNode>> wanted) {
        stage.until(this::sessions, answer -> wanted.test(all(answer)), what);
    }

    private List<String> observed(String field) {
        return all(sessions()).stream()
                .map(session -> session.path("observed").path(field).asText())
                .toList();
    }

    private Api.Answer sessions() {
        return stage.api()
                .get(stage.peer(), "/peerings/" + stage.peering() + "/sessions")
                .expect(200);
    }

    private static List<JsonNode> all(Api.Answer answer) {
        return connections(answer)
                .flatMap(connection -> elements(connection.path("sessions")))
                .toList();
    }

    private static Stream<JsonNode> connections(Api.Answer answer) {
        return elements(answer.body().path("connections"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void tellWords(String title) {
        stage.tell(title, 0, "");
        Moves.routers(stage.look()).stream()
                .sorted()
                .forEach(router -> lab.words(router).forEach(line -> stage.tell("  " + router, 0, line)));
    }
}

package io.directpeering.system;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.local.issuer.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// One peering on its way from request to removal, by a client that tries again when nobody answers.
///
/// @param number makes names and connection identifiers of its own
final class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /// What is done to a connection's wire before the peer says that it is done.
    @FunctionalInterface
    interface Wiring {
        void of(JsonNode connection);
    }

    private static final int FACILITY = 58;

    private final Api peer;
    private final Api operator;
    private final long asn;
    private final UUID connection = UUID.randomUUID();
    private final String name;
    private final int facility;
    private final Wiring wiring;

    Walk(Suite suite, long asn, int number) {
        this(
                suite.as(Person.peer("noc@peer.example", asn)),
                suite.as(Person.operator("operator@example.net")),
                asn,
                "walk-" + asn + "-" + number,
                FACILITY,
                _ -> {});
    }

    private Walk(Api peer, Api operator, long asn, String name, int facility, Wiring wiring) {
        this.peer = peer;
        this.operator = operator;
        this.asn = asn;
        this.name = name;
        this.facility = facility;
        this.wiring = wiring;
    }

    /// The same walk, each call of which says that it is a part of this trace.
    Walk in(String traceparent) {
        return new Walk(peer.in(traceparent), operator.in(traceparent), asn, name, facility, wiring);
    }

    /// The same walk in another building, where something is done to the wire.
    ///
    /// @param building its id in PeeringDB
    Walk at(int building, Wiring done) {
        return new Walk(peer, operator, asn, name, building, done);
    }

    /// Registers the peer first.
    static Walk ofNewPeer(Suite suite, long asn, int number) {
        var registered =
                suite.as(Person.peer("noc@peer.example", asn)).put("/peer-asns/" + asn, """
                        {"name":"Peer %d","contacts":[
                          {"role":"Noc","email":"noc@as%d.example","phone":"+49 69 0000"}]}""".formatted(asn, asn));
        assertThat(registered.accepted()).as("%s", registered).isTrue();
        var peer = suite.as(Person.peer("noc@peer.example", asn));
        await("AS" + asn + " to be validated")
                .atMost(PATIENCE)
                .until(() -> peer.get("/peer-asns/" + asn)
                        .body()
                        .at("/validationState")
                        .asText()
                        .equals("Approved"));
        return new Walk(suite, asn, number);
    }

    UUID connection() {
        return connection;
    }

    /// Walks the whole way.
    ///
    /// @return id of the peering
    UUID toRemoved() {
        var id = toActive();
        remove(id);
        return id;
    }

    /// Walks as far as traffic flows.
    ///
    /// @return id of the peering
    UUID toActive() {
        var id = toLetter();
        wire(id);
        awaitOpen(id);
        return id;
    }

    /// Walks as far as the letter with the port.
    ///
    /// @return id of the peering
    UUID toLetter() {
        var requested = insist(() -> peer.post("/peerings", """
                {"peerAsn":%d,"name":"%s","peeringLocation":"Frankfurt","connections":[
                  {"connectionIdentifier":"%s","peeringDBFacilityId":%d,"bandwidthInMbps":10000,
                   "maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":100}]}""".formatted(asn, name, connection, facility)));
        var id = UUID.fromString(requested.at("/peeringId").asText());
        insist(() -> operator.post("/reviews/" + id + "/approve", approval(id)));
        reach(id, "ProvisioningStarted");
        await().atMost(PATIENCE)
                .until(() -> !connectionOf(id).at("/loa/number").asText().isEmpty());
        return id;
    }

    /// The peer has wired it.
    void wire(UUID id) {
        wiring.of(connectionOf(id));
        insist(() ->
                peer.post(path(id) + "/link-tests", "{\"packetsSent\":5,\"packetsReceived\":5,\"roundTripMs\":0.4}"));
        insist(() -> peer.post(path(id) + "/wiring-completed", "{\"crossConnectId\":\"XC-1\"}"));
    }

    void awaitOpen(UUID id) {
        reach(id, "Active");
        await().atMost(PATIENCE)
                .until(() -> connectionOf(id).at("/routePolicy").asText().equals("Allow"));
    }

    void remove(UUID id) {
        insist(() -> peer.delete("/peerings/" + id));
        reach(id, "Removed");
    }

    /// Waits until it is in one of these states.
    void reach(UUID id, String... states) {
        await("peering " + id + " to reach " + String.join(" or ", states))
                .atMost(PATIENCE)
                .until(() ->
                        List.of(states).contains(connectionOf(id).at("/state").asText()));
    }

    private String path(UUID id) {
        return "/peerings/" + id + "/connections/" + connection;
    }

    /// Every soft rule that failed is overridden, with a reason.
    private String approval(UUID id) {
        await().atMost(PATIENCE).until(() -> operator.get("/reviews/" + id).accepted());
        var outcomes = operator.get("/reviews/" + id).body().at("/outcomes");
        var overrides = StreamSupport.stream(outcomes.spliterator(), false)
                .filter(each ->
                        List.of("Soft", "Failed").containsAll(List.of(text(each, "severity"), text(each, "outcome"))))
                .map(each -> "\"" + text(each, "ruleId") + "\":\"one link is enough here\"")
                .toList();
        return "{\"reason\":\"as agreed\",\"overrides\":{" + String.join(",", overrides) + "}}";
    }

    private static String text(JsonNode node, String field) {
        return node.at("/" + field).asText();
    }

    JsonNode connectionOf(UUID id) {
        return peer.get("/peerings/" + id).body().at("/connections/0");
    }

    /// Calls until somebody answers; the answer is then the one that counts. A decision that comes late (202), or
    /// one that another try of ours brought about (409 or 404 on a repeat), is looked up by what follows.
    private static JsonNode insist(Supplier<Api.Answer> call) {
        var first = true;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = call.get();
            if (answer.accepted() || !first && answer.status() == 409) {
                return answer.body();
            }
            assertThat(answer.worthAnotherTry())
                    .as("answered %d %s", answer.status(), answer.body())
                    .isTrue();
            first = false;
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("nobody answered within " + PATIENCE);
    }
}

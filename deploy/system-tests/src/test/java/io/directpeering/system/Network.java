package io.directpeering.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.local.issuer.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A peer with a peering of its own, as far as its letter of authorization.
///
/// @param ids   its identifiers, by the names that addresses have for them
/// @param marks what nobody else may read
record Network(Api api, long asn, Map<String, String> ids, Set<String> marks) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Person OPERATOR = Person.operator("operator@example.net");

    /// Registers, requests and is approved.
    static Network in(Suite suite, long asn, String word) {
        var api = suite.as(Person.peer("engineer@" + word + ".example", asn));
        var operator = suite.as(OPERATOR);
        assertThat(api.put("/peer-asns/" + asn, """
                {"name":"%s Networks","contacts":[{"role":"Noc","email":"noc@%s.example","phone":"+49 69 555%d"}]}""".formatted(word, word, asn)).status())
                .isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> api.get("/peer-asns/" + asn)
                        .body()
                        .at("/validationState")
                        .asText()
                        .equals("Approved"));
        var requested = api.post("/peerings", """
                {"peerAsn":%d,"name":"%s-1","peeringLocation":"Frankfurt","connections":[
                  {"peeringDBFacilityId":58,"bandwidthInMbps":10000,"maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":100},
                  {"peeringDBFacilityId":60,"bandwidthInMbps":10000,"maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":100}
                ]}""".formatted(asn, word));
        assertThat(requested.status()).as("%s", requested.body()).isEqualTo(201);
        var peering = requested.body().at("/peeringId").asText();
        await().atMost(PATIENCE).until(() -> operator.get("/reviews/" + peering).accepted());
        var approved =
                operator.post("/reviews/" + peering + "/approve", "{\"reason\":\"as agreed with " + word + "\"}");
        assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> connections(api, peering).stream().allMatch(each -> each.hasNonNull("loa")));
        await("the network to be known where ports are")
                .atMost(PATIENCE)
                .until(() -> operator.put("/prefix-lists/" + asn, """
                                {"source":"what %s announces","ipv4":[{"prefix":"203.0.113.0/26"}],"ipv6":[]}""".formatted(word))
                        .accepted());
        return new Network(api, asn, ids(asn, peering, connections(api, peering)), marks(api, asn, word, peering));
    }

    UUID peering() {
        return UUID.fromString(ids.get("peeringId"));
    }

    String connection() {
        return "/peerings/" + peering() + "/connections/" + ids.get("connectionId");
    }

    private static Map<String, String> ids(long asn, String peering, List<JsonNode> connections) {
        var first = connections.getFirst();
        return Map.of(
                "asn", String.valueOf(asn),
                "peeringId", peering,
                "connectionId", first.at("/connectionId").asText(),
                "number", first.at("/loa/number").asText(),
                "version", "1");
    }

    private static Set<String> marks(Api api, long asn, String word, String peering) {
        var ofConnections = connections(api, peering).stream()
                .flatMap(each -> Stream.of(
                        each.at("/connectionId").asText(),
                        each.at("/loa/number").asText(),
                        each.at("/loa/verificationCode").asText(),
                        each.at("/sessions/0/prefix").asText()));
        return Stream.concat(ofConnections, Stream.of(String.valueOf(asn), word, peering))
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<JsonNode> connections(Api api, String peering) {
        return StreamSupport.stream(
                        api.get("/peerings/" + peering)
                                .body()
                                .at("/connections")
                                .spliterator(),
                        false)
                .toList();
    }
}

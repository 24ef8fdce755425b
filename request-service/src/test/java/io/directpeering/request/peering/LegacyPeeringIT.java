package io.directpeering.request.peering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.Approved;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.LegacyConversionRequested;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@OnRealParts
class LegacyPeeringIT {

    @Inject
    TheLog log;

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void adoptsLinksThatGoActiveWithTheApproval() throws Exception {
        // Given
        Door.approvedPeer(220001);
        var body = conversion(220001, "FRA-0001", "FRA-0002");

        // When
        var answer = post(body);

        // Then
        var id = UUID.fromString(answer.path("peeringId"));
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/peerings/" + id))
                .header("ETag", "\"1\"")
                .body("state", equalTo("PendingApproval"))
                .body("origin", equalTo("Legacy"))
                .body("connections.peeringDBFacilityId", contains(58, 60));
        var fact = (LegacyConversionRequested) log.of(Topics.PEERING_EVENTS, id).getFirst();
        var first = fact.getConnections().getFirst();
        assertThat(first.getLegacyLink()).isEqualTo("FRA-0001");
        assertThat(first.getRequested().getMaxPrefixesAdvertisedV6()).isEqualTo(200);
        assertThat(first.getDemarcation().getRouterPort()).isEqualTo("xe-1/0/1");
        assertThat(first.getDemarcation().getFacilityName()).contains("FRA1-16");
        assertThat(first.getSessions())
                .extracting(s -> s.getFamily())
                .containsExactly(AddressFamily.IPv4, AddressFamily.IPv6);
        assertThat(first.getSessions().get(0).getPeerAddress()).isEqualTo("80.81.250.0");
        assertThat(first.getSessions().get(0).getOperatorAddress()).isEqualTo("80.81.250.1");
        assertThat(first.getSessions().get(1).getPeerAddress()).isEqualTo("2001:7f8:ff::5");
        Door.as("anna")
                .get("/legacy-peerings?peerAsn=220001&peeringLocation=Frankfurt")
                .then()
                .statusCode(200)
                .body("items.legacyLink", contains("FRA-0001", "FRA-0002"))
                .body("items.peeringId", contains(id.toString(), id.toString()));
        Door.as("anna")
                .get("/legacy-peerings?peerAsn=220001")
                .then()
                .body("items.legacyLink", contains("FRA-0001", "FRA-0002", "AMS-0001"))
                .body("items[2].peeringId", nullValue())
                .body("items[0].sessions.prefix", contains("80.81.250.0/31", "2001:7f8:ff::4/126"));

        log.state(new Approved(metadata(id), "1", List.of(), null, List.of()));
        Door.as("anna")
                .get("/peerings/" + id + "?minSequence=2")
                .then()
                .statusCode(200)
                .body("state", equalTo("Active"))
                .body("connections.routePolicy", contains("Allow", "Allow"))
                .body("redundant", equalTo(true));
        post(body).then().statusCode(200).body("peeringId", equalTo(id.toString()));
        post(conversion(220001, "FRA-0002"))
                .then()
                .statusCode(409)
                .body("code", equalTo("LegacyLinkTaken"))
                .body("errors.field", contains("legacyLinks[0]"));
        assertThat(log.of(Topics.PEERING_EVENTS, id)).hasSize(2);
    }

    @Test
    void doesNotTellWhoseALinkIs() {
        // Given
        Door.approvedPeer(220002);

        // When
        var others = post(conversion(220002, "FRA-0001"));
        var none = post(conversion(220002, "FRA-9999"));
        var list = Door.as("anna").get("/legacy-peerings?peerAsn=220002");

        // Then
        others.then().statusCode(400).body("errors.field", contains("legacyLinks[0]"));
        assertThat(others.asString()).isEqualTo(none.asString()).doesNotContain("220001");
        list.then().body("items.legacyLink", contains("FRA-0003"));
        Door.as("anna")
                .get("/legacy-peerings?peerAsn=220009")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void letsALinkBeAskedForAgainOnceARequestIsOver() {
        // Given
        Door.approvedPeer(220003);
        var body = conversion(220003, "FRA-0004");
        String withdrawn = post(body).then().statusCode(201).extract().path("peeringId");
        as("anna").delete("/peerings/" + withdrawn).then().statusCode(200);

        // When
        var listed = Door.as("anna").get("/legacy-peerings?peerAsn=220003");
        var again = post(body);

        // Then
        listed.then().body("items[0].peeringId", nullValue());
        again.then().statusCode(201).body("peeringId", not(equalTo(withdrawn)));
    }

    @Test
    void holdsToTheRulesOfEveryRequest() {
        // Given
        says(Door.registration()).put("/peer-asns/220004").then().statusCode(201);
        var pending = post(conversion(220004, "FRA-0005"));
        Door.approvedPeer(220004);
        Door.requested(peering(220004, "new", connection()));

        // When
        var sameFacility = post(conversion(220004, "FRA-0005"));
        var othersPrefix = Door.post(peering(
                Door.registeredPeer(),
                "fra-1",
                connection(Map.of("sessionAddressProvider", "Peer", "sessionPrefixV4", "80.81.250.14/31"))));

        // Then
        pending.then()
                .statusCode(409)
                .body("code", equalTo("PeerAsnNotApproved"))
                .body("detail", containsString("Pending"));
        sameFacility.then().statusCode(409).body("code", equalTo("FacilityTaken"));
        othersPrefix.then().statusCode(400).body("errors.field", contains("connections[0].sessionPrefixV4"));
    }

    @Test
    void adoptsOnceUnderOneKey() {
        // Given
        Door.approvedPeer(220002);
        var body = conversion(220002, "FRA-0003");
        var key = UUID.randomUUID().toString();

        // When
        var first = says(body).header("Idempotency-Key", key).post("/legacy-peerings");
        var again = says(body).header("Idempotency-Key", key).post("/legacy-peerings");

        // Then
        first.then().statusCode(201);
        again.then().statusCode(201).body("peeringId", equalTo(first.path("peeringId")));
    }

    private static Map<String, Object> conversion(long asn, String... links) {
        return Map.of("peerAsn", asn, "name", "legacy", "peeringLocation", "Frankfurt", "legacyLinks", List.of(links));
    }

    private static Response post(Object body) {
        return says(body).post("/legacy-peerings");
    }

    private static EventMetadata metadata(UUID id) {
        return new EventMetadata(
                UUID.randomUUID(),
                id,
                null,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "approval-service",
                "otto",
                1L,
                null);
    }
}

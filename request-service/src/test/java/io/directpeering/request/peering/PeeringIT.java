package io.directpeering.request.peering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.events.Approved;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.PeeringRequested;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.post;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static io.directpeering.request.Door.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@OnRealParts
class PeeringIT {

    @Inject
    TheLog log;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void isRequestedReadListedAndWithdrawn() {
        // Given
        var asn = registeredPeer();
        var answer = post(peering(asn, "fra-1", connection(), connection()));
        String id = answer.path("peeringId");

        // When
        var withdrawn = as("anna").delete("/peerings/" + id + "?reason=changed our mind");

        // Then
        answer.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", equalTo("/peerings/" + id))
                .body("sequence", equalTo(1))
                .body("state", equalTo("PendingApproval"))
                .body("requestedBy", equalTo("anna"))
                .body("peerName", equalTo("Peer Networks"))
                .body("connections.state", contains("PendingApproval", "PendingApproval"))
                .body("connections[0].routePolicy", equalTo("NoSession"));
        withdrawn
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("Removed"))
                .body("connections.state", contains("Removed", "Removed"));
        Door.as("anna")
                .get("/peerings/" + id + "?minSequence=2")
                .then()
                .statusCode(200)
                .body("sequence", equalTo(2));
        Door.as("anna")
                .get("/peerings?state=Removed&peeringLocation=Frankfurt&peerAsn=" + asn)
                .then()
                .statusCode(200)
                .body("items.peeringId", contains(id));
        Door.as("anna").get("/peerings?state=Active").then().body("items.peeringId", not(hasItem(id)));
        assertThat(log.of(Topics.PEERING_EVENTS, UUID.fromString(id))).hasSize(2);
    }

    @Test
    void whatIsToldIsUnderstoodByAnotherInstance() throws Exception {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection(), connection()));
        var told = as("anna").get("/peerings/" + id).asString();

        // When
        var understood = json.readValue(told, PeeringView.class);

        // Then
        assertThat(json.readTree(json.writeValueAsString(understood))).isEqualTo(json.readTree(told));
    }

    @Test
    void carriesThePeerAndTheActorIntoTheLog() {
        // Given
        var asn = registeredPeer();

        // When
        var id = requested(peering(asn, "fra-1", connection()));

        // Then
        var fact = (PeeringRequested)
                log.of(Topics.PEERING_EVENTS, UUID.fromString(id)).getFirst();
        assertThat(fact.getMetadata().getActor()).isEqualTo("anna");
        assertThat(fact.getMetadata().getStatedBy()).isEqualTo("request-service");
        assertThat(fact.getPeer().getContacts().getFirst().getEmail()).isEqualTo("noc@peer.example");
    }

    @Test
    void refusesToGoDownWhileItIsProvisioned() throws Exception {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));
        approve(id);

        // When
        var answer = as("anna").delete("/peerings/" + id);

        // Then
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("NotAllowedInState"))
                .body("reason", containsString("ProvisioningStarted"))
                .body("state", equalTo("ProvisioningStarted"))
                .body("sequence", equalTo(2))
                .body("connections.state", contains("ProvisioningStarted"));
    }

    @Test
    void triesAFailedConnectionAgain() throws Exception {
        // Given
        var answer = post(peering(registeredPeer(), "fra-1", connection()));
        String id = answer.path("peeringId");
        String connectionId = answer.path("connections[0].connectionId");
        approve(id);
        log.state(new ProvisioningAborted(metadata(id, null), "no light"));
        awaitSequence(id, 3);

        // When
        var withoutBody =
                as("anna").noContentType().post("/peerings/" + id + "/connections/" + connectionId + "/retry");
        var tooLate =
                says(Map.of("reason", "again")).post("/peerings/" + id + "/connections/" + connectionId + "/retry");

        // Then
        withoutBody.then().statusCode(200).body("state", equalTo("ProvisioningStarted"));
        tooLate.then().statusCode(409);
    }

    @Test
    void takesTheAnswerToAQuestion() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var answer = says(Map.of("answer", "Two of our sites.")).post("/peerings/" + id + "/information");

        // Then
        answer.then().statusCode(200).body("sequence", equalTo(2)).body("state", equalTo("PendingApproval"));
    }

    @Test
    void takesOneConnectionDown() {
        // Given
        var answer = post(peering(registeredPeer(), "fra-1", connection(), connection()));
        String id = answer.path("peeringId");
        String connectionId = answer.path("connections[1].connectionId");

        // When
        var removed = as("anna").delete("/peerings/" + id + "/connections/" + connectionId);
        var unknown = as("anna").delete("/peerings/" + id + "/connections/" + UUID.randomUUID());

        // Then
        removed.then().statusCode(200).body("connections.state", contains("PendingApproval", "Removed"));
        unknown.then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void refusesASecondRequestByNameOrFacilityUntilTheFirstIsOver() {
        // Given
        var asn = registeredPeer();
        var id = requested(peering(asn, "fra-1", connection()));

        // When
        var sameName = post(peering(asn, "fra-1", connection(Map.of("peeringDBFacilityId", 60))));
        var sameFacility = post(peering(asn, "fra-2", connection()));
        as("anna").delete("/peerings/" + id).then().statusCode(200);
        var afterwards = post(peering(asn, "fra-1", connection()));

        // Then
        sameName.then().statusCode(409).body("code", equalTo("NameTaken")).body("errors.field", contains("name"));
        sameFacility
                .then()
                .statusCode(409)
                .body("code", equalTo("FacilityTaken"))
                .body("errors.field", contains("connections[0].peeringDBFacilityId"));
        afterwards.then().statusCode(201);
    }

    @Test
    void keepsSessionPrefixesApartBetweenPeers() {
        // Given
        var wide = numbered("80.81.200.0/30");
        var within = numbered("80.81.200.2/31");
        var id = requested(peering(registeredPeer(), "fra-1", wide));

        // When
        var overlapping = post(peering(registeredPeer(), "fra-1", within));
        as("anna").delete("/peerings/" + id).then().statusCode(200);
        var afterwards = post(peering(registeredPeer(), "fra-1", within));

        // Then
        overlapping
                .then()
                .statusCode(409)
                .body("code", equalTo("SessionPrefixTaken"))
                .body("errors.field", contains("connections[0].sessionPrefixV4"))
                .body("detail", not(containsString(id)));
        afterwards.then().statusCode(201);
    }

    @Test
    void takesTheSameRequestAgainAsTheSame() {
        // Given
        var asn = registeredPeer();
        var identifier = UUID.randomUUID().toString();
        var body = peering(asn, "fra-1", connection(Map.of("connectionIdentifier", identifier)));
        var id = requested(body);

        // When
        var again = post(body);
        var different = post(peering(
                asn, "fra-1", connection(Map.of("connectionIdentifier", identifier, "maxPrefixesAdvertisedV4", 5))));

        // Then
        again.then()
                .statusCode(200)
                .body("peeringId", equalTo(id))
                .body("connections[0].connectionId", equalTo(identifier));
        different.then().statusCode(409).body("code", equalTo("ConnectionIdentifierTaken"));
        assertThat(log.of(Topics.PEERING_EVENTS, UUID.fromString(id))).hasSize(1);
    }

    @Test
    void makesOnePeeringOfTwentyEqualRequestsAtOnce() throws Exception {
        // Given
        var body = peering(
                registeredPeer(),
                "fra-1",
                connection(Map.of("connectionIdentifier", UUID.randomUUID().toString())));

        // When
        var answers = atOnce(20, () -> post(body));

        // Then
        assertThat(answers.stream().map(Response::statusCode).filter(status -> status == 201))
                .hasSize(1);
        assertThat(answers.stream().map(Response::statusCode).filter(status -> status == 200))
                .hasSize(19);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("peeringId"))
                        .distinct())
                .hasSize(1);
        var id = UUID.fromString(answers.getFirst().path("peeringId"));
        assertThat(log.of(Topics.PEERING_EVENTS, id)).hasSize(1);
        assertThat(log.of(Topics.PEERING_TRANSITIONS, id)).hasSize(1);
    }

    @Test
    void letsOneOfTwentyRivalsHaveTheFacility() throws Exception {
        // Given
        var asn = registeredPeer();

        // When
        var answers = atOnce(20, () -> post(peering(asn, "fra-" + UUID.randomUUID(), connection())));

        // Then
        assertThat(answers.stream().map(Response::statusCode).filter(status -> status == 201))
                .hasSize(1);
        assertThat(answers.stream().map(Response::statusCode).filter(status -> status == 409))
                .hasSize(19);
    }

    @Test
    void doesNotPretendToBeWhereItIsNot() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var answer = Door.as("anna").get("/peerings/" + id + "?minSequence=2");

        // Then
        answer.then().statusCode(503).header("Retry-After", equalTo("1")).contentType("application/problem+json");
    }

    private static Map<String, Object> numbered(String prefix) {
        return connection(Map.of("sessionAddressProvider", "Peer", "sessionPrefixV4", prefix));
    }

    private static List<Response> atOnce(int clients, Callable<Response> request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var calls = IntStream.range(0, clients).mapToObj(_ -> request).toList();
            return threads.invokeAll(calls).stream()
                    .map(call -> call.resultNow())
                    .toList();
        }
    }

    private void approve(String id) throws Exception {
        log.state(new Approved(metadata(id, 1L), "1", List.of(), null, List.of()));
        awaitSequence(id, 2);
    }

    private static void awaitSequence(String id, int sequence) {
        Door.as("anna")
                .get("/peerings/" + id + "?minSequence=" + sequence)
                .then()
                .statusCode(200);
    }

    private static EventMetadata metadata(String id, @Nullable Long answers) {
        return new EventMetadata(
                UUID.randomUUID(),
                UUID.fromString(id),
                null,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "approval-service",
                "otto",
                answers,
                null);
    }
}

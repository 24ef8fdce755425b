package io.directpeering.request.asn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.directpeering.events.PeerAsnRegistered;
import io.directpeering.events.ValidationState;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.Operator;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.says;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@OnRealParts
class PeerAsnIT {

    @Inject
    TheLog log;

    @Inject
    Operator operator;

    @Test
    void registersAndReplacesOnTheSecondTime() {
        // Given
        var first = says(Door.registration()).put("/peer-asns/200001");
        var changed = Map.of(
                "name",
                "Renamed Networks",
                "contacts",
                List.of(
                        Map.of("role", "Policy", "email", "policy@peer.example"),
                        Map.of("role", "Noc", "name", "NOC", "email", "noc@peer.example", "phone", "+1 555 0100")));

        // When
        var second = says(changed).put("/peer-asns/200001");

        // Then
        first.then()
                .statusCode(201)
                .header("Location", equalTo("/peer-asns/200001"))
                .body("validationState", equalTo("Pending"));
        second.then().statusCode(200);
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        read(200001)
                .body("asn", equalTo(200001))
                .body("name", equalTo("Renamed Networks"))
                .body("revision", equalTo(2))
                .body("contacts.role", contains("Policy", "Noc"))
                .body("contacts[1].phone", equalTo("+1 555 0100"));
        Door.as("anna").get("/peer-asns?after=200000").then().statusCode(200).body("items.asn", hasItem(200001));
    }

    @Test
    void publishesEveryRevisionInOrderAndNothingForWhatIsUnchanged() {
        // Given
        var asn = Door.newPeer();

        // When
        says(Door.registration()).put("/peer-asns/" + asn).then().statusCode(200);
        for (var name : List.of("B", "C", "D", "D", "E")) {
            says(named(name)).put("/peer-asns/" + asn).then().statusCode(200);
        }

        // Then
        await().atMost(15, SECONDS).until(() -> published(asn).size() >= 5);
        assertThat(published(asn)).extracting(PeerAsnRegistered::getRevision).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(published(asn))
                .extracting(PeerAsnRegistered::getName)
                .containsExactly("Peer Networks", "B", "C", "D", "E");
        assertThat(published(asn)).allSatisfy(revision -> {
            assertThat(revision.getMetadata().getEventId())
                    .isEqualTo(EventIds.ofRegistration(asn, revision.getRevision()));
            assertThat(revision.getMetadata().getActor()).isEqualTo("anna");
            assertThat(revision.getValidationState()).isEqualTo(ValidationState.Pending);
            assertThat(revision.getContacts().getFirst().getEmail()).isEqualTo("noc@peer.example");
        });
        assertThat(given().get("/q/metrics").asString()).contains("outbox_registrations");
    }

    @Test
    void keepsWhatWasFoundWhereOnlyContactsChange() {
        // Given
        var asn = Door.registeredPeer();
        var otherContacts = new HashMap<>(Door.registration());
        otherContacts.put(
                "contacts", List.of(Map.of("role", "Noc", "email", "n@peer.example", "phone", "+1 555 0100")));

        // When
        says(otherContacts).put("/peer-asns/" + asn).then().body("validationState", equalTo("Approved"));
        var renamed = says(named("Another")).put("/peer-asns/" + asn);

        // Then
        renamed.then()
                .statusCode(200)
                .body("validationState", equalTo("Pending"))
                .body("revision", equalTo(3));
        await().atMost(15, SECONDS).until(() -> published(asn).size() == 3);
        assertThat(published(asn))
                .extracting(PeerAsnRegistered::getValidationState)
                .containsExactly(ValidationState.Pending, ValidationState.Approved, ValidationState.Pending);
    }

    @Test
    void showsWhyARegistrationFailedAndLetsItBeLookedAtAgain() {
        // Given
        var asn = Door.newPeer();
        operator.finds(asn, 1, ValidationState.Failed, "No such network in PeeringDB");
        Door.awaitValidation(asn, "Failed");
        var refused = Door.post(Door.peering(asn, "fra-1", Door.connection()));
        var otherContacts = new HashMap<>(Door.registration());
        otherContacts.put(
                "contacts", List.of(Map.of("role", "Noc", "email", "n@peer.example", "phone", "+1 555 0100")));

        // When
        var mended = says(otherContacts).put("/peer-asns/" + asn);

        // Then
        refused.then()
                .statusCode(409)
                .body("code", equalTo("PeerAsnNotApproved"))
                .body("detail", containsString("No such network in PeeringDB"))
                .body("detail", containsString("PUT /peer-asns/" + asn));
        mended.then().body("validationState", equalTo("Pending")).body("reason", nullValue());
    }

    @Test
    void takesAFindingInOnceAndOnlyOfTheLatestRevision() {
        // Given
        var asn = Door.newPeer();
        says(named("Renamed")).put("/peer-asns/" + asn).then().body("revision", equalTo(2));

        // When
        operator.finds(asn, 1, ValidationState.Failed, "about an earlier revision");
        var approved = operator.finds(asn, 2, ValidationState.Approved, null);
        operator.finds(asn, 2, ValidationState.Failed, "second thoughts");
        state(approved);
        operator.finds(asn, 9, ValidationState.Approved, "about none that there is");
        Door.registeredPeer();

        // Then
        Door.awaitValidation(asn, "Failed");
        await().atMost(10, SECONDS).until(() -> findings(asn) == 4);
        read(asn).body("validationState", equalTo("Failed")).body("reason", equalTo("second thoughts"));
    }

    @Test
    void putsAsideWhatIsNoFindingAndGoesOn() throws Exception {
        // Given
        var asn = Door.newPeer();
        var key = Long.toString(asn);
        var before = log.records(Topics.deadLetter(Topics.REQUEST_SERVICE));

        // When
        log.sendRaw(Topics.PEER_ASN_VALIDATIONS, key, "garbage".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        log.sendRaw(Topics.PEER_ASN_VALIDATIONS, key, new byte[] {0, 0, 0, 0, 1});
        log.sendRaw(Topics.PEER_ASN_VALIDATIONS, key, null);
        state(Operator.finding(asn, 1, ValidationState.Pending, null));
        state(Operator.finding(asn, 1, ValidationState.Approved, "nul \u0000 byte"));
        operator.finds(asn, 1, ValidationState.Approved, null);

        // Then
        Door.awaitValidation(asn, "Approved");
        await().atMost(10, SECONDS).until(() -> log.records(Topics.deadLetter(Topics.REQUEST_SERVICE)) == before + 5);
    }

    @Test
    void endsARegistrationThatNoPeeringNeeds() {
        // Given
        Door.awaitJudge();
        var asn = Door.registeredPeer();
        var id = Door.requested(Door.peering(asn, "fra-1", Door.connection()));
        var needed = Door.as("anna").delete("/peer-asns/" + asn);
        Door.as("anna").delete("/peerings/" + id).then().statusCode(200);

        // When
        var ended = Door.as("anna").delete("/peer-asns/" + asn);

        // Then
        needed.then().statusCode(409).body("code", equalTo("PeerHasPeerings")).body("detail", containsString(id));
        ended.then().statusCode(204);
        Door.as("anna").get("/peer-asns/" + asn).then().statusCode(404);
        Door.as("anna").get("/peer-asns?after=" + (asn - 1)).then().body("items.asn", not(hasItem((int) asn)));
        Door.as("anna").delete("/peer-asns/" + asn).then().statusCode(404);
        Door.post(Door.peering(asn, "fra-2", Door.connection()))
                .then()
                .statusCode(409)
                .body("code", equalTo("PeerAsnNotApproved"));
        await().atMost(15, SECONDS).until(() -> published(asn).size() == 2);
        assertThat(published(asn).getLast().getValidationState()).isEqualTo(ValidationState.None);
        assertThat(published(asn).getLast().getContacts()).isEmpty();
        says(Door.registration())
                .put("/peer-asns/" + asn)
                .then()
                .statusCode(201)
                .body("revision", equalTo(3))
                .body("validationState", equalTo("Pending"));
    }

    @Test
    void tellsHowToRegisterWhatIsNot() {
        // When
        var answer = Door.as("anna").get("/peer-asns/200002");

        // Then
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("PUT /peer-asns/200002"));
    }

    private static Map<String, Object> named(String name) {
        var body = new HashMap<>(Door.registration());
        body.put("name", name);
        return body;
    }

    private static ValidatableResponse read(long asn) {
        return Door.as("anna").get("/peer-asns/" + asn).then().statusCode(200);
    }

    private List<PeerAsnRegistered> published(long asn) {
        return log.of(Topics.PEER_ASN_REGISTRATIONS, Long.toString(asn)).stream()
                .map(PeerAsnRegistered.class::cast)
                .toList();
    }

    private void state(io.directpeering.events.PeerAsnValidated finding) {
        try {
            log.state(finding);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long findings(long asn) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> ValidationRow.count("asn", asn));
    }
}

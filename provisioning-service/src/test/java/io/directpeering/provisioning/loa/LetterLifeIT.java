package io.directpeering.provisioning.loa;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.Loa;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.LoaRevoked;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/// What becomes of letters: from the transition that issues one to the one that ends it.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class LetterLifeIT {

    private Suite suite;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterEach
    void judgeAsUsual() {
        suite.judge.refused.clear();
        suite.judge.unanswered.clear();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void anIssuedLetterIsShownPrintedAndVerified() {
        // Given
        var peering = issued();
        var number = peering.snapshot(0).getLoa().getNumber();

        // When
        var letter = letter(peering).statusCode(200);

        // Then
        letter.body("number", equalTo(number))
                .body("status", equalTo("Issued"))
                .body("verificationUrl", equalTo("http://127.0.0.1:8080/verify/" + code(peering)))
                .body("peer.asn", equalTo(64_000))
                .body("operator.asn", equalTo(64_500))
                .body("bandwidthInMbps", equalTo(10_000))
                .body("demarcation.peeringLocation", equalTo("Frankfurt"));
        given().header(Bearer.HEADER, Bearer.operator("bob"))
                .accept("application/pdf")
                .when()
                .get(path(peering, "loa"))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("inline; filename=\"" + number + ".pdf\""));
        verified(code(peering)).statusCode(200).body("valid", equalTo(true)).body("status", equalTo("Issued"));
    }

    @Test
    void theWiringUsesTheLetterForGood() {
        // Given
        var peering = issued();

        // When
        suite.post(peering, "wiring-completed", Map.of("crossConnectId", "XC-1"))
                .statusCode(200);

        // Then
        letter(peering).body("status", equalTo("Used"));
        verified(code(peering))
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("explanation", containsString("Used: the cross-connect was reported as installed on"));
    }

    @Test
    void aLetterEndsWithItsTime() {
        // Given
        var peering = suite.started(TestPeering.in(60, 1));
        suite.awaitFact(peering.connection(0), LoaIssued.class);
        var then = Instant.parse("2026-01-10T12:00:00Z");
        var loa = new Loa("LOA-2025-9" + UUID.randomUUID(), then, Instant.parse("2026-03-11T12:00:00Z"), newCode());

        // When
        suite.judge.publish(() ->
                peering.with(it -> ConnectionSnapshot.newBuilder(it).setLoa(loa).build(), "LoaIssued"));

        // Then
        await().untilAsserted(() -> verified(loa.getVerificationCode())
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("explanation", containsString("Expired on 11 March 2026")));
        letter(peering).body("status", equalTo("Expired")).body("endedAt", equalTo("2026-03-11T12:00:00Z"));
    }

    @Test
    void anAbortRevokesTheLetterAndARetryIssuesAnother() {
        // Given
        var peering = issued();
        var first = code(peering);
        suite.post(peering, "abort", Map.of("reason", "The panel is being moved"))
                .statusCode(200);
        letter(peering).body("status", equalTo("Revoked")).body("endedAt", not(equalTo(null)));

        // When
        suite.judge.publish(() -> peering.oneTo(0, ConnectionState.ProvisioningStarted, "RetryRequested"));

        // Then
        suite.awaitTimes(peering.connection(0), "LoaIssued", 2);
        await().untilAsserted(() -> letter(peering).body("status", equalTo("Issued")));
        verified(code(peering)).body("valid", equalTo(true));
        verified(first)
                .body("valid", equalTo(false))
                .body("explanation", containsString("Revoked on"))
                .body(not(containsString("The panel is being moved")));
    }

    @Test
    void aRetryOnTheSameWireNeedsNoOtherLetter() {
        // Given
        var peering = issued();
        suite.judge.unanswered.add("BgpSessionProvisioned");
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);
        suite.judge.publish(() -> peering.oneTo(0, ConnectionState.ProvisioningFailed, "BgpValidationFailed"));

        // When
        suite.judge.publish(() -> peering.oneTo(0, ConnectionState.ProvisioningStarted, "RetryRequested"));

        // Then
        await().until(() -> work(peering).getLast().equals("DONE"));
        letter(peering).body("status", equalTo("Used"));
        assertThat(suite.judge.stated(peering.connection(0), LoaIssued.class)).isPresent();
        assertThat(suite.judge.stated(peering.connection(0))).containsOnlyOnce("LoaIssued");
    }

    @Test
    void theOperatorIssuesAnotherLetterWhichRevokesTheFirst() {
        // Given
        var peering = issued();
        var first = code(peering);

        // When
        var key = UUID.randomUUID().toString();
        var answer = order(peering, "loa/reissue", key, null).statusCode(201);
        var again = order(peering, "loa/reissue", key, null).statusCode(201);

        // Then
        assertThat((String) again.extract().path("eventId"))
                .isEqualTo(answer.extract().path("eventId"));
        assertThat(code(peering)).isNotEqualTo(first);
        verified(first).body("valid", equalTo(false)).body("explanation", containsString("Revoked on"));
        verified(code(peering)).body("valid", equalTo(true));
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued", "LoaIssued");
    }

    @Test
    void theOperatorRevokesTheLetterAndMayIssueAnother() {
        // Given
        var peering = issued();
        var first = code(peering);

        // When
        order(peering, "loa/revoke", null, Map.of("reason", "Wrong panel")).statusCode(200);

        // Then
        letter(peering).body("status", equalTo("Revoked"));
        verified(first).body("valid", equalTo(false)).body("status", equalTo("Revoked"));
        assertThat(suite.judge.stated(peering.connection(0), LoaRevoked.class)).hasValueSatisfying(revoked -> {
            assertThat(revoked.getReason()).isEqualTo("Wrong panel");
            assertThat(revoked.getNumber())
                    .isEqualTo(peering.snapshot(0).getLoa().getNumber());
            assertThat(revoked.getMetadata().getActor()).isEqualTo("bob");
        });
        order(peering, "loa/revoke", null, Map.of("reason", "Wrong panel"))
                .statusCode(409)
                .body("code", equalTo("LetterHasEnded"));
        order(peering, "loa/reissue", null, null).statusCode(201);
        verified(code(peering)).body("valid", equalTo(true));
    }

    @Test
    void whatTheJudgeRefusesChangesNoLetter() {
        // Given
        var peering = issued();
        var code = code(peering);
        suite.judge.refused.addAll(List.of("LoaIssued", "LoaRevoked"));

        // When
        order(peering, "loa/reissue", null, null).statusCode(409);
        order(peering, "loa/revoke", null, Map.of("reason", "Wrong panel")).statusCode(409);

        // Then
        verified(code).body("valid", equalTo(true));
        letter(peering).body("status", equalTo("Issued"));
        var refused = suite.judge.statedFacts(peering.connection(0)).stream()
                .filter(LoaIssued.class::isInstance)
                .map(LoaIssued.class::cast)
                .toList()
                .getLast();
        verified(refused.getLoa().getVerificationCode()).statusCode(404);
    }

    @Test
    void aLetterThatTheLogHasNotShownIsStatedAgainAndIsTheSameOne() {
        // Given
        suite.judge.unanswered.add("LoaIssued");
        var peering = suite.started(TestPeering.in(62, 1));

        // When
        suite.awaitTimes(peering.connection(0), "LoaIssued", 2);

        // Then
        var stated = suite.judge.statedFacts(peering.connection(0));
        var code = ((LoaIssued) stated.getFirst()).getLoa().getVerificationCode();
        assertThat(stated).allMatch(stated.getFirst()::equals);
        verified(code).statusCode(404);
        suite.judge.unanswered.clear();
        // It is stated again after ever longer pauses.
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> verified(code).statusCode(200).body("valid", equalTo(true)));
    }

    private TestPeering issued() {
        var peering = suite.approved(TestPeering.in(60, 1));
        await().untilAsserted(() -> letter(peering).statusCode(200));
        return peering;
    }

    private static String code(TestPeering peering) {
        return peering.snapshot(0).getLoa().getVerificationCode();
    }

    private static String newCode() {
        return VerificationCode.draw(new SecureRandom()).grouped();
    }

    private static List<String> work(TestPeering peering) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .get("/connections/{cid}/work", peering.connection(0))
                .then()
                .extract()
                .path("items.status");
    }

    private static ValidatableResponse letter(TestPeering peering) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .get(path(peering, "loa"))
                .then();
    }

    private static ValidatableResponse verified(String code) {
        return given().accept("application/json")
                .when()
                .get("/verify/{code}", code)
                .then();
    }

    private static ValidatableResponse order(
            TestPeering peering, String what, @Nullable String key, @Nullable Object body) {
        var request = given().header(Bearer.HEADER, Bearer.operator("bob"));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.when().post(path(peering, what)).then();
    }

    private static String path(TestPeering peering, String what) {
        return "/peerings/" + peering.id() + "/connections/" + peering.connection(0) + "/" + what;
    }
}

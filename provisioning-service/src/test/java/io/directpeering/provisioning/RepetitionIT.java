package io.directpeering.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.inject.Inject;

import io.directpeering.backends.Backends;
import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.TrafficOpened;
import io.directpeering.provisioning.fixture.DeadLetters;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Routers;
import io.directpeering.provisioning.session.Sessions;
import io.directpeering.schemas.CloudEventHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class RepetitionIT {

    private Suite suite;

    @Inject
    Sessions sessions;

    @Inject
    Routers routers;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void aRepeatedTransitionDoesNothing() {
        // Given
        var peering = TestPeering.in(60, 1);
        suite.judge.knows(peering);
        var requested = peering.allTo(ConnectionState.PendingApproval, "PeeringRequested");
        var approved = peering.allTo(ConnectionState.ProvisioningStarted, "Approved");

        // When
        List.of(requested, approved, approved, requested, approved).forEach(suite.judge::publish);
        suite.awaitTimes(peering.connection(0), "LoaIssued", 1);
        var later = suite.approved(1);

        // Then
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued");
        assertThat(later.connections()).isNotEmpty();
    }

    @Test
    void aTransitionThatComesTooEarlyWaitsForTheMissingOne() {
        // Given
        var peering = TestPeering.in(60, 1);
        suite.judge.knows(peering);
        var requested = peering.allTo(ConnectionState.PendingApproval, "PeeringRequested");
        var approved = peering.allTo(ConnectionState.ProvisioningStarted, "Approved");

        // When
        suite.judge.publish(approved);
        await().atMost(Duration.ofSeconds(20)).until(() -> parked() >= 1);
        assertThat(suite.judge.stated(peering.connection(0))).isEmpty();
        suite.judge.publish(requested);

        // Then
        suite.awaitTimes(peering.connection(0), "LoaIssued", 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> parked() == 0);
    }

    @Test
    void whatNobodyCanReadGoesToTheDeadLetterAsItCameAndTheNextRecordIsHandled() {
        // Given
        var peering = TestPeering.in(60, 1);
        suite.judge.knows(peering);
        var key = peering.id().toString();
        var requested = peering.allTo(ConnectionState.PendingApproval, "PeeringRequested");
        var good = suite.judge.bytes(requested);
        var truncated = java.util.Arrays.copyOf(good, good.length / 2);
        var wrongSchema = good.clone();
        wrongSchema[1] = 0x7f;
        var garbage = "garbage".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        try (var letters = new DeadLetters(Backends.shared(), "provisioning-service-dead-letter")) {
            // When
            for (var topic : List.of("peering-transitions", "peering-refusals")) {
                suite.judge.publishRaw(topic, key, garbage);
                suite.judge.publishRaw(topic, key, truncated);
                suite.judge.publishRaw(topic, key, wrongSchema);
                suite.judge.publishRaw(topic, key, null);
            }
            suite.judge.publish(requested);
            suite.judge.publish(() -> peering.allTo(ConnectionState.ProvisioningStarted, "Approved"));

            // Then
            suite.awaitTimes(peering.connection(0), "LoaIssued", 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> letters.of(key).size() == 8);
            assertThat(letters.of(key))
                    .allSatisfy(letter -> assertThat(letter.headers().lastHeader("dead-letter-reason"))
                            .isNotNull())
                    .extracting(letter -> letter.value())
                    .contains(garbage, truncated, wrongSchema, null);
        }
    }

    @Test
    void aFactWithoutOutcomeIsStatedAgainUnderTheSameId() {
        // Given
        var peering = suite.approved(1);
        var connection = peering.connection(0);
        suite.judge.unanswered.add("WiringCompleted");

        // When
        var answer = suite.post(peering, "wiring-completed", Map.of());
        suite.awaitTimes(connection, "WiringCompleted", 2);
        suite.judge.unanswered.clear();

        // Then
        answer.statusCode(202).header("Location", org.hamcrest.Matchers.endsWith("/peerings/" + peering.id()));
        suite.awaitFact(connection, TrafficOpened.class);
        Set<Object> ids = suite.judge.statedFacts(connection).stream()
                .filter(fact -> fact.getSchema().getName().equals("WiringCompleted"))
                .map(fact -> CloudEventHeaders.metadataOf(fact).orElseThrow().getEventId())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(peering.state(0)).isEqualTo(ConnectionState.Active);
    }

    @Test
    void aWorkerThatDiedBetweenRouterAndFactIsFollowedByOneThatChangesNothingAndStatesTheFact() {
        // Given
        var peering = suite.approved(1);
        var connection = peering.connection(0);
        var plan = sessions.plan(connection).orElseThrow();
        routers.named(plan.router()).orElseThrow().apply(plan.spec(), Policy.DENY_ALL);

        // When
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);

        // Then
        suite.awaitFact(connection, TrafficOpened.class);
        suite.simulator(connection).body("changes.what", contains("DENY_ALL", "OPEN"));
        assertThat(suite.judge.stated(connection)).doesNotHaveDuplicates();
    }

    @Test
    void aReportUnderTheSameKeyIsARepeat() {
        // Given
        var peering = suite.approved(1);
        var key = UUID.randomUUID().toString();
        var test = Map.of("packetsSent", 5, "packetsReceived", 4);

        // When
        var first = keyed(peering, key, test).statusCode(201).extract().path("eventId");
        var second = keyed(peering, key, test).statusCode(201).extract().path("eventId");
        var third = suite.post(peering, "link-tests", test)
                .statusCode(201)
                .extract()
                .path("eventId");

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        keyed(peering, key, Map.of("packetsSent", 6, "packetsReceived", 6))
                .statusCode(422)
                .body("code", equalTo("IdempotencyKeyUsedOtherwise"));
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued", "LinkTested", "LinkTested");
    }

    private static io.restassured.response.ValidatableResponse keyed(TestPeering peering, String key, Object body) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .when()
                .post("/peerings/{id}/connections/{cid}/link-tests", peering.id(), peering.connection(0))
                .then();
    }

    private static double parked() {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("peering_transitions_parked"))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0.0);
    }
}

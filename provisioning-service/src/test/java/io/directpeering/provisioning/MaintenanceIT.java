package io.directpeering.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceStarted;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class MaintenanceIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Suite suite;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @Test
    void drainsDeniesAndOpensAgainWhenTheWindowIsOver() {
        // Given
        var peering = open();

        // When
        announce(peering, body(0, 6)).statusCode(201).body("connections", hasSize(1));
        suite.awaitFact(peering.connection(0), MaintenanceStarted.class);
        await().atMost(SOON).until(() -> policy(peering), "DENY_ALL"::equals);
        suite.awaitTimes(peering.connection(0), "TrafficOpened", 2);

        // Then
        assertThat(suite.judge.stated(peering.connection(0)).stream().distinct())
                .endsWith("MaintenanceAnnounced", "MaintenanceStarted", "MaintenanceCompleted");
        suite.simulator(peering.connection(0))
                .body("changes.what", contains("DENY_ALL", "OPEN", "DRAIN", "DENY_ALL", "OPEN"))
                .body("sessions.seen.flaps", everyItem(equalTo(0)));
        takeDown(peering);
    }

    @Test
    void isCompletedByHandOnce() {
        // Given
        var peering = open();
        String id = announce(peering, body(0, 3600)).extract().path("maintenanceId");
        await().atMost(SOON).until(() -> policy(peering), "DENY_ALL"::equals);

        // When
        as().post(at(peering) + "/" + id + "/complete").then().statusCode(200);
        as().post(at(peering) + "/" + id + "/complete").then().statusCode(200);

        // Then
        await().atMost(SOON).until(() -> policy(peering), "OPEN"::equals);
        as().delete(at(peering) + "/" + id).then().statusCode(409).body("detail", containsString("Completed"));
        as().get(at(peering)).then().body("items.status", contains("Completed"));
        assertThat(count(peering, "MaintenanceCompleted")).isEqualTo(1);
        takeDown(peering);
    }

    @Test
    void cancelledItNeverTouchesTheRouter() throws Exception {
        // Given
        var peering = open();
        String id = announce(peering, body(4, 3600)).extract().path("maintenanceId");

        // When
        as().delete(at(peering) + "/" + id + "?reason=postponed").then().statusCode(200);
        as().delete(at(peering) + "/" + id).then().statusCode(200);

        // Then
        await("nothing to happen when it would have begun")
                .during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(15))
                .until(() -> count(peering, "MaintenanceStarted") == 0
                        && policy(peering).equals("OPEN"));
        as().post(at(peering) + "/" + id + "/complete").then().statusCode(409);
        takeDown(peering);
    }

    @Test
    void routerThatFailsOnTheWayEndsUpDenying() {
        // Given
        var peering = open();
        suite.tell(peering.connection(0), Map.of("silent", false, "crashAfterStep", 1));

        // When
        announce(peering, body(0, 3600)).statusCode(201);

        // Then
        await().atMost(SOON).until(() -> policy(peering), "DENY_ALL"::equals);
        takeDown(peering);
    }

    @Test
    void connectionIsTakenDownDuringMaintenance() {
        // Given
        var peering = open();
        announce(peering, body(0, 3600)).statusCode(201);
        await().atMost(SOON).until(() -> policy(peering), "DENY_ALL"::equals);

        // When
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));

        // Then
        suite.awaitTimes(peering.connection(0), "Deprovisioned", 1);
    }

    @Test
    void sameAnnouncementUnderOneKeyIsOne() {
        // Given
        var peering = open();
        var body = body(1800, 3600);
        String first =
                announce(peering, body, "work-1").statusCode(201).extract().path("maintenanceId");

        // When
        String again =
                announce(peering, body, "work-1").statusCode(201).extract().path("maintenanceId");
        var other = announce(peering, body(1800, 7200), "work-1");
        var second = announce(peering, body(9000, 9900), "work-2");

        // Then
        assertThat(again).isEqualTo(first);
        other.statusCode(422);
        second.statusCode(409).body("code", equalTo("MaintenanceAtHand"));
        assertThat(count(peering, "MaintenanceAnnounced")).isEqualTo(1);
        takeDown(peering);
    }

    @ParameterizedTest
    @CsvSource({
        "-7200, 3600, optics, from, past",
        "60, 30, optics, until, not after from",
        "-7200, -3600, optics, until, past",
        "60, 1296061, optics, until, 14 days",
        "40000000, 40000060, optics, from, year ahead",
        "60, 3600, '', reason, required",
    })
    void badWindowsAndReasonsAreRefusedByField(int from, int until, String reason, String field, String why) {
        // Given
        var now = Instant.now();
        var body = Map.of(
                "from",
                now.plusSeconds(from).toString(),
                "until",
                now.plusSeconds(until).toString(),
                "reason",
                reason);

        // When
        var answer = announce(UUID.randomUUID(), body, null);

        // Then
        answer.statusCode(400)
                .body("errors.findAll { it.field == '" + field + "' }.message", everyItem(containsString(why)));
        assertThat(answer.extract().<List<String>>path("errors.field")).contains(field);
    }

    @Test
    void otherBadInputIsRefusedByField() {
        // Given
        var peering = suite.approved(1);
        var stranger = UUID.randomUUID();

        // When
        var control = announce(peering, with(Map.of("reason", "a\r\nBcc: x@example.com")));
        var unknown = announce(peering, with(Map.of("connectionIds", List.of(stranger.toString()))));
        var none = announce(peering, with(Map.of("connectionIds", List.of())));
        var impact = announce(peering, with(Map.of("impact", "Some")));
        var notActive = announce(peering, body(60, 3600));
        var absent = announce(stranger, body(60, 3600), null);
        var peer = given().header(Bearer.HEADER, Bearer.peer("peer", 64_000))
                .contentType("application/json")
                .body(body(60, 3600))
                .post(at(peering))
                .then();

        // Then
        control.statusCode(400).body("errors.field", contains("reason"));
        unknown.statusCode(400).body("errors.field", contains("connectionIds[0]"));
        none.statusCode(400).body("errors.field", contains("connectionIds"));
        impact.statusCode(400).body("errors[0].field", containsString("impact"));
        notActive.statusCode(409).body("detail", containsString("ProvisioningStarted"));
        absent.statusCode(404);
        peer.statusCode(403);
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));
    }

    private TestPeering open() {
        var peering = suite.approved(1);
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);
        suite.awaitTimes(peering.connection(0), "TrafficOpened", 1);
        return peering;
    }

    private void takeDown(TestPeering peering) {
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));
        suite.awaitTimes(peering.connection(0), "Deprovisioned", 1);
    }

    private String policy(TestPeering peering) {
        return suite.simulator(peering.connection(0)).extract().path("sessions[0].policy");
    }

    private long count(TestPeering peering, String fact) {
        return suite.judge.statedFacts(peering.connection(0)).stream()
                .filter(it -> it.getSchema().getName().equals(fact))
                .distinct()
                .count();
    }

    private static Map<String, Object> body(int from, int until) {
        var now = Instant.now();
        return Map.of(
                "from",
                now.plusSeconds(from).toString(),
                "until",
                now.plusSeconds(until).toString(),
                "impact",
                "Outage",
                "reason",
                "new optics");
    }

    private static Map<String, Object> with(Map<String, Object> different) {
        var all = new HashMap<>(body(60, 3600));
        all.putAll(different);
        return all;
    }

    private static ValidatableResponse announce(TestPeering peering, Object body) {
        return announce(peering.id(), body, null);
    }

    private static ValidatableResponse announce(TestPeering peering, Object body, @Nullable String key) {
        return announce(peering.id(), body, key);
    }

    private static ValidatableResponse announce(UUID peeringId, Object body, @Nullable String key) {
        var request = as().body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/peerings/" + peeringId + "/maintenances")
                .then();
    }

    private static String at(TestPeering peering) {
        return "/peerings/" + peering.id() + "/maintenances";
    }

    private static RequestSpecification as() {
        return given().header(Bearer.HEADER, Bearer.operator("bob")).contentType("application/json");
    }
}

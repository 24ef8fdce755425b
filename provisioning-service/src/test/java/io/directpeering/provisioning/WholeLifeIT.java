package io.directpeering.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.BgpSessionProvisioned;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.BgpValidated;
import io.directpeering.events.CheckResult;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.RoutePolicy;
import io.directpeering.provisioning.fixture.JudgeStandIn;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class WholeLifeIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private JudgeStandIn judge;

    @BeforeAll
    void begin() {
        judge = new JudgeStandIn();
    }

    @AfterAll
    void end() throws Exception {
        judge.close();
    }

    @Test
    void twoConnectionsFromRequestToActiveAndBack() {
        // Given
        var peering = TestPeering.in(58, 2);
        judge.knows(peering);

        // When
        judge.publish(() -> peering.allTo(ConnectionState.PendingApproval, "PeeringRequested"));
        judge.publish(() -> peering.allTo(ConnectionState.ProvisioningStarted, "Approved"));

        // Then
        awaitStated(peering.connection(0), "LoaIssued");
        awaitStated(peering.connection(1), "LoaIssued");
        var letters = java.util.stream.IntStream.of(0, 1)
                .mapToObj(i ->
                        judge.stated(peering.connection(i), LoaIssued.class).orElseThrow())
                .toList();
        assertThat(letters.get(0).getDemarcation().getRouter())
                .isNotEqualTo(letters.get(1).getDemarcation().getRouter());
        assertThat(letters.getFirst().getSessions()).hasSize(2);
        await().atMost(SOON)
                .untilAsserted(() -> letter(peering)
                        .statusCode(200)
                        .body("number", equalTo(letters.getFirst().getLoa().getNumber()))
                        .body("status", equalTo("Issued")));

        // When
        post(peering, 0, "link-tests", Map.of("packetsSent", 10, "packetsReceived", 10, "roundTripMs", 0.4))
                .statusCode(201);
        post(peering, 0, "wiring-completed", Map.of("crossConnectId", "XC-1")).statusCode(200);
        post(peering, 1, "wiring-completed", Map.of()).statusCode(200);

        // Then
        awaitStated(peering.connection(0), "TrafficOpened");
        awaitStated(peering.connection(1), "TrafficOpened");
        assertThat(judge.stated(peering.connection(0)))
                .containsExactly(
                        "LoaIssued",
                        "LinkTested",
                        "WiringCompleted",
                        "BgpSessionProvisioned",
                        "BgpValidated",
                        "TrafficOpened");
        assertThat(judge.stated(peering.connection(0), BgpValidated.class)
                        .orElseThrow()
                        .getChecks())
                .allMatch(CheckResult::getPassed)
                .extracting(CheckResult::getName)
                .contains("session-established-ipv4", "session-established-ipv6", "deny-all-in-force", "link-test");
        await().atMost(SOON)
                .until(() -> judge.observed(peering.connection(0)).stream()
                        .anyMatch(observed -> observed.getState() == BgpSessionState.Established
                                && observed.getRoutePolicy() == RoutePolicy.Allow
                                && observed.getPrefixesAccepted() == 20));

        // When
        judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));

        // Then
        awaitStated(peering.connection(0), "Deprovisioned");
        awaitStated(peering.connection(1), "Deprovisioned");
        var hash = judge.stated(peering.connection(0), BgpSessionProvisioned.class)
                .orElseThrow()
                .getSpecHash();
        simulator(peering.connection(0))
                .body("sessions", empty())
                .body("changes.what", contains("DENY_ALL", "OPEN", "DRAIN", "DENY_ALL", "REMOVED"))
                .body("changes[0].specHash", equalTo(hash));
        await().atMost(SOON)
                .until(() -> judge.observed(peering.connection(0)).getLast().getRoutePolicy() == RoutePolicy.NoSession);
        letter(peering).body("status", equalTo("Used"));
    }

    private static ValidatableResponse letter(TestPeering peering) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .get("/peerings/{id}/connections/{cid}/loa", peering.id(), peering.connection(0))
                .then();
    }

    private void awaitStated(UUID connectionId, String fact) {
        await().atMost(SOON).until(() -> judge.stated(connectionId).contains(fact));
    }

    private static ValidatableResponse post(TestPeering peering, int connection, String what, Object body) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .contentType("application/json")
                .body(body)
                .when()
                .post("/peerings/{id}/connections/{cid}/" + what, peering.id(), peering.connection(connection))
                .then();
    }

    private static ValidatableResponse simulator(UUID connectionId) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .get("/simulator/connections/{cid}", connectionId)
                .then()
                .statusCode(200);
    }
}

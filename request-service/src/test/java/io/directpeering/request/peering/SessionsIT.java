package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.DriftKind;
import io.directpeering.events.DriftStatus;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.SessionDrift;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.request.topology.Facts;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;

@QuarkusTest
@OnRealParts
class SessionsIT {

    @Inject
    TheLog log;

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void beforeAnythingIsAssignedThereIsNoSession() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var read = Door.as("anna").get("/peerings/" + id + "/sessions?minSequence=1");

        // Then
        read.then().statusCode(200).body("connections[0].sessions", empty());
        Door.as("anna").delete("/peerings/" + id).then().statusCode(200);
    }

    @Test
    void showsIntendedBesideObservedAndAlarmsOnceAboutWhatStaysDown() throws Exception {
        // Given
        var facts = active();
        see(facts, BgpSessionState.Established, 20);
        await().atMost(20, SECONDS).until(() -> state(facts), "Established"::equals);
        var well = read(facts);

        // When
        see(facts, BgpSessionState.Idle, 0);
        await().atMost(20, SECONDS).until(() -> alarmed(facts));
        var down = read(facts);
        see(facts, BgpSessionState.Established, 20);
        await().atMost(20, SECONDS).until(() -> drifts(facts).size() == 2);

        // Then
        assertThat(well.getString("connections[0].sessions[0].intended.session"))
                .isEqualTo("Established");
        assertThat(well.getString("connections[0].sessions[0].intended.routePolicy"))
                .isEqualTo("Allow");
        assertThat(well.getInt("connections[0].sessions[0].observed.prefixesReceived"))
                .isEqualTo(20);
        assertThat(well.getList("connections[0].sessions[0].drift")).isEmpty();
        assertThat(down.getString("connections[0].sessions[0].observed.lastError"))
                .isEqualTo("hold timer expired");
        assertThat(down.getString("connections[0].sessions[0].drift[0].kind")).isEqualTo("SessionDown");
        assertThat(drifts(facts)).extracting(SessionDrift::getKind).containsOnly(DriftKind.SessionDown);
        assertThat(drifts(facts))
                .extracting(SessionDrift::getStatus)
                .containsExactly(DriftStatus.Raised, DriftStatus.Cleared);
        assertThat(Door.as("anna").get("/peerings/" + facts.peeringId()).<String>path("state"))
                .isEqualTo("Active");
    }

    @Test
    void answersNotModifiedUntilSomethingNewIsSeen() throws Exception {
        // Given
        var facts = active();
        see(facts, BgpSessionState.Established, 20);
        await().atMost(20, SECONDS).until(() -> state(facts), "Established"::equals);
        var path = "/peerings/" + facts.peeringId() + "/sessions";
        var tag = Door.as("anna").get(path).getHeader("ETag");

        // When
        var same = Door.as("anna").header("If-None-Match", tag).get(path);
        see(facts, BgpSessionState.Established, 21);

        // Then
        assertThat(tag).startsWith("W/\"");
        same.then().statusCode(304);
        await().atMost(20, SECONDS)
                .until(() ->
                        Door.as("anna").header("If-None-Match", tag).get(path).statusCode() == 200);
    }

    @Test
    void refusesWhatIsNoSequence() {
        // When
        var answer = Door.as("anna").get("/peerings/" + UUID.randomUUID() + "/sessions?minSequence=-1");

        // Then
        answer.then().statusCode(400);
        assertThat(answer.<String>path("errors[0].field")).isEqualTo("minSequence");
    }

    private Facts active() throws Exception {
        var id = requested(peering(registeredPeer(), "fra-1", connection()));
        String first = Door.as("anna").get("/peerings/" + id).path("connections[0].connectionId");
        var facts = new Facts(UUID.fromString(id), UUID.fromString(first), UUID.randomUUID());
        log.state(facts.approved());
        log.state(facts.loaIssued(facts.first()));
        log.state(facts.wiringCompleted(facts.first()));
        log.state(facts.provisioned(facts.first()));
        log.state(facts.validated(facts.first()));
        log.state(facts.opened(facts.first()));
        Door.as("anna").get("/peerings/" + id + "?minSequence=7").then().statusCode(200);
        return facts;
    }

    private void see(Facts facts, BgpSessionState state, int prefixes) throws Exception {
        var look = facts.observed(facts.first(), state);
        log.observe(BgpSessionObserved.newBuilder(look)
                .setMetadata(EventMetadata.newBuilder(look.getMetadata())
                        .setOccurredAt(Instant.now())
                        .build())
                .setRoutePolicy(RoutePolicy.Allow)
                .setPrefixesReceived(prefixes)
                .setLastError(state == BgpSessionState.Established ? null : "hold timer expired")
                .build());
    }

    private static JsonPath read(Facts facts) {
        return Door.as("anna")
                .get("/peerings/" + facts.peeringId() + "/sessions")
                .jsonPath();
    }

    private static String state(Facts facts) {
        return read(facts).getString("connections[0].sessions[0].observed.state");
    }

    private static boolean alarmed(Facts facts) {
        return Boolean.TRUE.equals(read(facts).get("connections[0].sessions[0].drift[0].alarm"));
    }

    private List<SessionDrift> drifts(Facts facts) {
        return log.of(Topics.BGP_SESSION_DRIFT, facts.peeringId()).stream()
                .map(SessionDrift.class::cast)
                .toList();
    }
}

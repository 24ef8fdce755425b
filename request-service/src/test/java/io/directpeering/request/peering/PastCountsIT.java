package io.directpeering.request.peering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.request.topology.Facts;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

/// Counts of the past, and how long stays last, of one network that nobody else touches.
@QuarkusTest
@OnRealParts
class PastCountsIT {

    @Inject
    TheLog log;

    private long asn;
    private Instant requestedAt = Instant.MIN;
    private Instant approvedAt = Instant.MIN;
    private Instant removedAt = Instant.MIN;

    @BeforeEach
    void aPeeringThatWasAndOneThatIs() throws Exception {
        Door.awaitJudge();
        asn = registeredPeer();
        var id = UUID.fromString(requested(peering(asn, "fra-1", connection())));
        var facts = new Facts(id, UUID.randomUUID(), UUID.randomUUID());
        log.state(facts.approved());
        Door.as("anna").get("/peerings/" + id + "?minSequence=2").then().statusCode(200);
        var other = requested(peering(asn, "fra-2", connection(Map.of("peeringDBFacilityId", 60))));
        Door.as("anna").delete("/peerings/" + other).then().statusCode(200);
        for (var each : List.of(id.toString(), other)) {
            Door.as("anna")
                    .get("/peerings/" + each + "/history?minSequence=2")
                    .then()
                    .statusCode(200);
        }
        requestedAt = at(id, 1);
        approvedAt = at(id, 2);
        removedAt = at(UUID.fromString(other), 2);
    }

    @Test
    void countsWhatStoodThen() {
        // When
        var before = counts("asOf=" + requestedAt.minusMillis(1) + "&by=state");
        var requested = counts("asOf=" + requestedAt + "&by=state");
        var later = counts("asOf=" + removedAt + "&by=state,facility");
        var together = counts("asOf=" + removedAt);

        // Then
        assertThat(before.getList("groups")).isEmpty();
        assertThat(requested.getString("groups[0].of.state")).isEqualTo("PendingApproval");
        assertThat(requested.getLong("groups[0].peerings")).isEqualTo(1);
        assertThat(later.getList("groups.of.state")).containsExactlyInAnyOrder("ProvisioningStarted", "Removed");
        assertThat(later.getList("groups.of.facility")).containsExactlyInAnyOrder("58", "60");
        assertThat(together.getLong("groups[0].peerings")).isEqualTo(2);
        assertThat(together.getLong("groups[0].connections")).isEqualTo(2);
    }

    @Test
    void saysUpToWhenTheHistoryIsRead() {
        // When
        var counted = await("everything to be read that was judged")
                .until(
                        () -> counts("asOf=" + removedAt),
                        it -> Instant.parse(it.getString("freshness.readUpTo")).isAfter(removedAt)
                                && it.getLong("freshness.recordsBehind") == 0);
        var id = get("/peerings?peerAsn=" + asn).path("items[0].peeringId");
        var read = Door.as("anna").get("/peerings/" + id + "?asOf=" + removedAt);

        // Then
        assertThat(Instant.parse(counted.getString("freshness.readUpTo"))).isBefore(Instant.now());
        assertThat(read.header("Peering-Freshness")).matches("read-up-to=[^;]+Z; records-behind=[0-9]+; standby=false");
    }

    @Test
    void countsUnderFilters() {
        // When
        var at = "asOf=" + removedAt;
        var removed = counts(at + "&state=Removed");
        var atFacility = counts(at + "&facility=58&connectionState=ProvisioningStarted");
        var notThere = counts(at + "&facility=60&connectionState=ProvisioningStarted");
        var redundant = counts(at + "&redundant=true");

        // Then
        assertThat(removed.getLong("groups[0].peerings")).isEqualTo(1);
        assertThat(atFacility.getLong("groups[0].connections")).isEqualTo(1);
        assertThat(notThere.getList("groups")).isEmpty();
        assertThat(redundant.getList("groups")).isEmpty();
    }

    @Test
    void tellsHowLongStaysLasted() {
        // When
        var durations = get("/peerings/durations?peerAsn=" + asn).jsonPath();
        var tomorrow =
                get("/peerings/durations?peerAsn=" + asn + "&since=2999-01-01").jsonPath();
        var elsewhere = get("/peerings/durations?peerAsn=" + asn + "&peeringLocation=Amsterdam")
                .jsonPath();

        // Then
        assertThat(durations.getList("states.state")).containsExactly("PendingApproval");
        assertThat(durations.getLong("states[0].count")).isEqualTo(2);
        var one = Duration.between(requestedAt, approvedAt).toMillis();
        assertThat(Duration.parse(durations.getString("states[0].p50")).toMillis())
                .isLessThanOrEqualTo(one + one / 50 + 1);
        assertThat(Duration.parse(durations.getString("states[0].max")).toMillis())
                .isGreaterThanOrEqualTo(one - one / 50 - 1);
        assertThat(tomorrow.getList("states")).isEmpty();
        assertThat(elsewhere.getList("states")).isEmpty();
    }

    @Test
    void showsAPeerItsOwnOnly() {
        // When
        var own = as(asn, "/peerings/counts?by=peerAsn&asOf=" + removedAt);
        var other = as(asn + 1_000_000, "/peerings/counts?asOf=" + removedAt + "&peerAsn=" + asn);
        var ownStays = as(asn, "/peerings/durations");
        var otherStays = as(asn + 1_000_000, "/peerings/durations?peerAsn=" + asn);

        // Then
        assertThat(own.getList("groups.of.peerAsn")).containsExactly(String.valueOf(asn));
        assertThat(other.getList("groups")).isEmpty();
        assertThat(ownStays.getLong("states[0].count")).isEqualTo(2);
        assertThat(otherStays.getList("states")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/peerings/counts?asOf=yesterday",
                "/peerings/counts?asOf=2999-01-01T00:00:00Z",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&by=colour",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&by=state,state",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&state=active",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&facility=-1",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&redundant=yes",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&overdue=true",
                "/peerings/counts?asOf=",
                "/peerings/counts?by=",
                "/peerings/counts?asOf=2026-01-01T00:00:00Z&redundant=",
                "/peerings/durations?since=",
                "/peerings/durations?peeringLocation=",
                "/peerings/durations?since=x",
                "/peerings/durations?until=2026-02-30",
                "/peerings/durations?until=2026-03-01&since=2026-03-01",
                "/peerings/durations?peerAsn=0",
                "/peerings/durations?percentile=50"
            })
    void refusesWhatItDoesNotKnow(String path) {
        // When
        var answer = Door.as("anna").urlEncodingEnabled(false).get(path);

        // Then
        var field = path.contains("?") ? path.replaceAll(".*[?&]", "").replaceAll("=.*", "") : "asOf";
        answer.then()
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("errors.field", contains(field));
    }

    private JsonPath counts(String query) {
        return get("/peerings/counts?peerAsn=" + asn + "&" + query).jsonPath();
    }

    private static JsonPath as(long network, String path) {
        var answer =
                given().header(Bearer.HEADER, Bearer.peer("paula", network)).get(path);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private static Response get(String path) {
        var answer = Door.as("anna").get(path);
        answer.then().statusCode(200);
        return answer;
    }

    private Instant at(UUID peeringId, int sequence) {
        return log.of(Topics.PEERING_TRANSITIONS, peeringId).stream()
                .map(PeeringTransitioned.class::cast)
                .filter(it -> it.getSequence() == sequence)
                .map(it -> it.getMetadata().getOccurredAt())
                .findFirst()
                .orElseThrow();
    }
}

package io.directpeering.request.peering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.local.issuer.Person;
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

@QuarkusTest
@OnRealParts
class HistoryIT {

    @Inject
    TheLog log;

    private long asn;
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void aPeeringThatIsActive() throws Exception {
        Door.awaitJudge();
        asn = registeredPeer();
        id = UUID.fromString(requested(peering(asn, "fra-1", connection())));
        String first = Door.as("anna").get("/peerings/" + id).path("connections[0].connectionId");
        var facts = new Facts(id, UUID.fromString(first), UUID.randomUUID());
        log.state(facts.approved());
        log.state(facts.validated(facts.first()));
        log.state(facts.loaIssued(facts.first()));
        log.state(facts.wiringCompleted(facts.first()));
        log.state(facts.provisioned(facts.first()));
        log.state(facts.validated(facts.first()));
        Door.as("anna").get("/peerings/" + id + "?minSequence=6").then().statusCode(200);
    }

    @Test
    void tellsEveryTransitionAndEveryRefusal() {
        // When
        var history = whole();

        // Then
        assertThat(history.getLong("sequence")).isEqualTo(6);
        assertThat(history.getList("items.cause.type"))
                .containsExactly(
                        "PeeringRequested",
                        "Approved",
                        "BgpValidated",
                        "LoaIssued",
                        "WiringCompleted",
                        "BgpSessionProvisioned",
                        "BgpValidated");
        assertThat(history.getList("items.sequence", Long.class)).containsExactly(1L, 2L, 2L, 3L, 4L, 5L, 6L);
        assertThat(history.getList("items.outcome"))
                .containsExactly(
                        "Transitioned",
                        "Transitioned",
                        "Refused",
                        "Recorded",
                        "Transitioned",
                        "Transitioned",
                        "Transitioned");
        assertThat(history.getString("items[2].refusal.code")).isEqualTo("NotAllowedInState");
        assertThat(history.getString("items[2].refusal.connections[0].state")).isEqualTo("ProvisioningStarted");
        assertThat(history.getString("items[0].actor")).isEqualTo("anna");
        assertThat(history.getString("items[1].changes[0].from")).isEqualTo("PendingApproval");
        assertThat(Duration.parse(history.getString("items[6].changes[0].timeInState")))
                .isEqualTo(Duration.between(at(history, 5), at(history, 6)));
    }

    @Test
    void comesInPagesThatJoin() {
        // Given
        var whole = whole().getList("items");

        // When
        var first = get("/history?minSequence=6&limit=3");
        var second = follow(first);
        var third = follow(second);

        // Then
        assertThat(first.jsonPath().getList("items")).isEqualTo(whole.subList(0, 3));
        assertThat(second.jsonPath().getList("items")).isEqualTo(whole.subList(3, 6));
        assertThat(third.jsonPath().getList("items")).isEqualTo(whole.subList(6, 7));
        assertThat(third.header("Link")).isNull();
    }

    @Test
    void standsAsOfAnyInstantAsTheLogHasIt() {
        // Given
        var transitions = log.of(Topics.PEERING_TRANSITIONS, id).stream()
                .map(PeeringTransitioned.class::cast)
                .toList();
        read("/history?minSequence=6");

        for (var it : transitions) {
            // When
            var then = read("?asOf=" + it.getSnapshot().getUpdatedAt());

            // Then: of two at the same millisecond the later one
            var last = transitions.stream()
                    .filter(each -> !each.getSnapshot()
                            .getUpdatedAt()
                            .isAfter(it.getSnapshot().getUpdatedAt()))
                    .toList()
                    .getLast();
            assertThat(then.getLong("sequence")).isEqualTo(last.getSequence());
            assertThat(then.getString("state"))
                    .isEqualTo(last.getSnapshot().getState().name());
            assertThat(Instant.parse(then.getString("asOf")))
                    .isEqualTo(it.getSnapshot().getUpdatedAt());
        }
    }

    @Test
    void didNotExistBeforeItWasRequested() {
        // Given
        var cameToBe = at(read("/history?minSequence=6"), 0);

        // When
        var before = Door.as("anna").get("/peerings/" + id + "?asOf=" + cameToBe.minusMillis(1));
        var longBefore = Door.as("anna").get("/peerings/" + id + "?asOf=-9999-01-01T00:00:00Z");

        // Then
        before.then().statusCode(404).body("detail", containsString(cameToBe.toString()));
        longBefore.then().statusCode(404);
    }

    @Test
    void differsFieldByField() {
        // Given
        var history = whole();

        // When
        var differences = read("/differences?from=" + at(history, 1) + "&to=" + at(history, 6));
        var none = read("/differences?from=" + at(history, 6) + "&to=" + at(history, 6));
        var fromNothing = read("/differences?from=2020-01-01T00:00:00Z&to=" + at(history, 6));

        // Then
        assertThat(differences.getString("differences.find { it.field == 'state' }.to"))
                .isEqualTo("Active");
        assertThat(differences.getList("differences.field", String.class))
                .anyMatch(field -> field.matches("connections\\[.*].state"))
                .noneMatch(field -> field.contains("timeInState"));
        assertThat(none.getList("differences")).isEmpty();
        assertThat(fromNothing.getLong("from.sequence")).isZero();
        assertThat(fromNothing.getString("differences.find { it.field == 'name' }.to"))
                .isEqualTo("fra-1");
    }

    @Test
    void showsNothingOfIt() {
        // Given
        var history = read("/history?minSequence=6");
        var span = "from=" + at(history, 1) + "&to=" + at(history, 6);

        for (var path : List.of("?asOf=" + at(history, 6), "/history", "/differences?" + span)) {
            // When
            var other = given().header(Bearer.HEADER, Bearer.peer("berta", asn + 1_000_000))
                    .get("/peerings/" + id + path);
            var absent = Door.as("anna").get("/peerings/" + new UUID(0, 1) + path);
            var own = given().header(Bearer.HEADER, Bearer.peer("paula", asn)).get("/peerings/" + id + path);

            // Then
            other.then().statusCode(404).body("detail", containsString("There is no peering"));
            absent.then().statusCode(404);
            own.then().statusCode(200);
        }
    }

    @Test
    void hidesFromAnalystsWhoReachesSomebody() throws Exception {
        // Given: said by somebody whose name is an address
        var analyst = Bearer.of(new Person("ada", Set.of("analyst"), Set.of()));
        read("/history?minSequence=6");

        // When
        var seen = given().header(Bearer.HEADER, analyst).get("/peerings/" + id + "/history");

        // Then
        assertThat(seen.jsonPath().getString("items[1].actor")).isEqualTo("n***@peer.example");
        assertThat(read("/history").getString("items[1].actor")).isEqualTo("noc@peer.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?asOf=yesterday",
                "?asOf=2026-05-03",
                "?asOf=2026-05-03T14:00:00",
                "?asOf=2026-05-03T14:00:00+02:00",
                "?asOf=2026-13-03T14:00:00Z",
                "?asOf=2999-01-01T00:00:00Z",
                "?asOf=%2B999999999-01-01T00:00:00Z",
                "?asOf=",
                "?asOf=%00",
                "/history?limit=0",
                "/history?limit=-1",
                "/history?limit=1000000000",
                "/history?after=AAAA",
                "/history?after=%00",
                "/history?minSequence=x",
                "/history?minSequence=",
                "/history?limit=",
                "?minSequence=",
                "/history?sort=at",
                "/differences?from=2026-05-03T14:00:00Z&to=now",
                "/differences?to=2026-05-03T14:00:00Z&from=now"
            })
    void refusesWhatIsNoInstantAndNoPage(String query) {
        // When
        var answer = Door.as("anna").urlEncodingEnabled(false).get("/peerings/" + id + query);

        // Then
        var field = query.replaceAll("^/?\\w*\\?(.*&)?", "").replaceAll("=.*", "");
        answer.then()
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("errors.field", contains(field));
    }

    @Test
    void refusesAPlaceInAnotherHistory() {
        // Given
        var link = get("/history?minSequence=6&limit=1").header("Link");
        var other = requested(peering(asn, "fra-2", connection(Map.of("peeringDBFacilityId", 60))));
        var next = link.substring(1, link.indexOf('>'));

        // When
        var carriedOver = Door.as("anna").urlEncodingEnabled(false).get(next.replace(id.toString(), other));
        var tampered = Door.as("anna").urlEncodingEnabled(false).get(next.replaceFirst("after=...", "after=BBB"));

        // Then
        for (var answer : List.of(carriedOver, tampered)) {
            answer.then().statusCode(400).body("errors.field", contains("after"));
        }
    }

    private Response get(String path) {
        var answer = Door.as("anna").urlEncodingEnabled(false).get("/peerings/" + id + path);
        answer.then().statusCode(200);
        return answer;
    }

    /// Refusals come over a topic of their own, and may be read after transitions that follow them.
    private JsonPath whole() {
        return await("the refusal, too")
                .until(
                        () -> read("/history?minSequence=6"),
                        history -> history.getList("items").size() == 7);
    }

    private JsonPath read(String path) {
        return get(path).jsonPath();
    }

    private static Response follow(Response page) {
        var link = page.header("Link");
        return Door.as("anna").urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
    }

    private static Instant at(JsonPath history, int item) {
        return Instant.parse(history.getString("items[" + item + "].at"));
    }
}

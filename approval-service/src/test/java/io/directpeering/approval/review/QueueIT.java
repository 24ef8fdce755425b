package io.directpeering.approval.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.local.issuer.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What the operators' people see of the queue, and who sees it.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class QueueIT {

    private static final Operator ALICE = new Operator("alice");
    private static final String ANALYST = Bearer.of(new Person("anna", Set.of("analyst"), Set.of()));
    private static final String ADMIN = Bearer.of(new Person("ada", Set.of("admin"), Set.of()));
    private static final String OPERATOR_ONLY = Bearer.of(new Person("otto", Set.of("operator"), Set.of()));
    private static final String PEER = Bearer.peer("peer-engineer", 3333);

    @Test
    void pagesLeadThroughTheWholeQueueTheOldestFirst() {
        // Given: two of each age
        var ages = List.of("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z", "2026-10-03T00:00:00Z");
        var mine = IntStream.range(0, 6)
                .mapToObj(number -> PeeringCase.fresh().askedFor(Instant.parse(ages.get(number / 2))))
                .toList();
        try (var judge = new Judge(Backends.shared())) {
            mine.forEach(peering -> judge.says(peering.requested()));
            mine.forEach(ALICE::awaitsReview);
        }

        // When
        var seen = new ArrayList<String>();
        var times = new ArrayList<String>();
        var next = "/reviews?status=Open&limit=2";
        while (next != null) {
            var page = get(next, OPERATOR_ONLY);
            assertThat(page.jsonPath().getList("items")).hasSizeBetween(1, 2);
            seen.addAll(page.jsonPath().getList("items.peeringId"));
            times.addAll(page.jsonPath().getList("items.openedAt"));
            next = Operator.nextOf(page);
        }

        // Then
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(mine.stream()
                        .map(peering -> peering.peeringId().toString())
                        .toList());
        assertThat(times).isSorted();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ALICE.lists("Open"));
    }

    @Test
    void entryTellsAgeAndHowTheRulesCameOut() {
        // Given
        var peering = opened(PeeringCase.fresh().withBandwidth(1_000).writingFrom("noc@gmail.com"));

        // When
        var entry = entryOf(peering, OPERATOR_ONLY);

        // Then
        assertThat(entry.getLong("ageInSeconds")).isGreaterThan(1_000);
        assertThat(entry.getInt("rules.hardFailed")).isEqualTo(1);
        assertThat(entry.getInt("rules.softFailed")).isEqualTo(1);
        assertThat(entry.getInt("rules.passed")).isEqualTo(6);
        assertThat(entry.getInt("rules.notApplicable")).isEqualTo(6);
        assertThat(entry.getInt("approvalsNeeded")).isEqualTo(1);
        assertThat(entry.getInt("approvals")).isZero();
        assertThat(entry.getBoolean("questionOpen")).isFalse();
    }

    @Test
    void analystSeesEverythingButWhomToCall() {
        // Given
        var peering = opened(PeeringCase.fresh().writingFrom("nora.noc@peer-networks.net"));

        // When
        var masked = get("/reviews/" + peering.peeringId(), ANALYST);
        var open = get("/reviews/" + peering.peeringId(), OPERATOR_ONLY);

        // Then
        assertThat(masked.jsonPath().getString("contacts[0].email")).isEqualTo("n***@peer-networks.net");
        assertThat(masked.jsonPath().getString("contacts[0].phone")).isEqualTo("***00");
        assertThat(masked.jsonPath().getString("contacts[0].role")).isEqualTo("Noc");
        assertThat(masked.asString()).doesNotContain("nora", "5550100");
        assertThat(open.jsonPath().getString("contacts[0].email")).isEqualTo("nora.noc@peer-networks.net");
        assertThat(open.jsonPath().getString("contacts[0].phone")).isEqualTo("+49 69 5550100");
    }

    @Test
    void onlyWhoDecidesMayDecideAndPeersSeeNothing() {
        // Given
        var peering = opened(PeeringCase.fresh());
        var path = "/reviews/" + peering.peeringId();

        // When, then
        assertThat(get("/reviews", PEER).statusCode()).isEqualTo(403);
        assertThat(get(path, PEER).statusCode()).isEqualTo(403);
        assertThat(get("/reviews", ANALYST).statusCode()).isEqualTo(200);
        assertThat(get(path, ADMIN).statusCode()).isEqualTo(200);
        for (var who : List.of(PEER, ANALYST, OPERATOR_ONLY)) {
            assertThat(post(path + "/approve", who).statusCode()).isEqualTo(403);
            assertThat(post(path + "/reject", who).statusCode()).isEqualTo(403);
            assertThat(post(path + "/request-information", who).statusCode()).isEqualTo(403);
        }
        assertThat(RestAssured.get("/reviews").statusCode()).isEqualTo(401);
        assertThat(StatementsOf.count(peering.peeringId())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=201,limit",
        "limit=-1,limit",
        "limit=ten,limit",
        "limit=1.5,limit",
        "limit=99999999999999999999,limit",
        "limit=%EF%BC%95,limit",
        "after=x,after",
        "after=%00,after",
        "after=bm90IGEgY3Vyc29y,after",
        "after=OTk5OTk5OTk5OTk5OTk5OTk5IDAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA,after",
        "status=Gone,status",
        "page=2,page"
    })
    void parameterThatIsWrongIsNamed(String query, String field) {
        // When
        var answer = get("/reviews?" + query, OPERATOR_ONLY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
    }

    private static PeeringCase opened(PeeringCase peering) {
        try (var judge = new Judge(Backends.shared())) {
            judge.says(peering.requested());
            ALICE.awaitsReview(peering);
        }
        return peering;
    }

    private static JsonPath entryOf(PeeringCase peering, String bearer) {
        UUID id = peering.peeringId();
        var next = "/reviews?limit=200";
        while (next != null) {
            var page = get(next, bearer);
            if (page.jsonPath().getList("items.peeringId").contains(id.toString())) {
                return page.jsonPath().setRootPath("items.find { it.peeringId == '" + id + "' }");
            }
            next = Operator.nextOf(page);
        }
        throw new AssertionError("Not in the queue: " + id);
    }

    private static Response get(String path, String bearer) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header(Bearer.HEADER, bearer)
                .get(path);
    }

    private static Response post(String path, String bearer) {
        return RestAssured.given()
                .header(Bearer.HEADER, bearer)
                .contentType("application/json")
                .body("{\"reason\":\"no\"}")
                .post(path);
    }
}

package io.directpeering.provisioning.loa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.LoaIssued;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

/// Letters and reports under keys and conditions, and page by page.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class LetterMannersIT {

    private static final String KEY = "Idempotency-Key";

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
    void fiftyEqualLinkTestsAtOnceAreOneFactAndOneAnswer() {
        // Given
        var peering = issued();
        var key = UUID.randomUUID().toString();
        var body = Map.of("packetsSent", 5, "packetsReceived", 4);

        // When
        var answers = IntStream.range(0, 50)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> bob().header(KEY, key).body(body).post(path(peering, "link-tests")),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued", "LinkTested");
    }

    @Test
    void ordersUnderAKeyStandForOneOrder() {
        // Given
        var peering = issued();
        var key = UUID.randomUUID().toString();
        var first = bob().header(KEY, key).body(Map.of("reason", "Wrong panel")).post(path(peering, "loa/revoke"));

        // When
        var again = bob().header(KEY, key).body(Map.of("reason", "Wrong panel")).post(path(peering, "loa/revoke"));
        var otherwise =
                bob().header(KEY, key).body(Map.of("reason", "Wrong rack")).post(path(peering, "loa/revoke"));

        // Then
        first.then().statusCode(200);
        again.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        otherwise.then().statusCode(422).body("code", equalTo("IdempotencyKeyUsedOtherwise"));
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued", "LoaRevoked");
    }

    @Test
    void changesOnlyTheLetterThatTheOperatorHasSeen() {
        // Given
        var peering = issued();
        var seen = tag(peering);
        bob().header("If-Match", seen).post(path(peering, "loa/reissue")).then().statusCode(201);

        // When
        var late = bob().header("If-Match", seen)
                .body(Map.of("reason", "Wrong panel"))
                .post(path(peering, "loa/revoke"));
        var now = bob().header("If-Match", tag(peering))
                .body(Map.of("reason", "Wrong panel"))
                .post(path(peering, "loa/revoke"));

        // Then
        late.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("PreconditionFailed"))
                .body("errors.field", contains("If-Match"));
        now.then().statusCode(200);
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued", "LoaIssued", "LoaRevoked");
    }

    /// The letter has not changed here yet when the second order comes; the judge tells.
    @Test
    void ofTwoOrdersOnOneLetterTheJudgeTakesTheFirst() {
        // Given
        var peering = issued();
        var seen = tag(peering);

        // When
        var statuses = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> bob().header("If-Match", seen).post(path(peering, "loa/reissue")),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join().statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 412);
        bob().get(path(peering, "letters")).then().body("items.size()", equalTo(2));
    }

    @Test
    void saysNothingTwice() {
        // Given
        var peering = issued();
        var tag = tag(peering);

        // When
        var same = bob().header("If-None-Match", tag).get(path(peering, "loa"));
        var other = bob().header("If-None-Match", "\"other\"").get(path(peering, "loa"));

        // Then
        same.then().statusCode(304).header("ETag", tag).body(emptyString());
        other.then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Idempotency-Key,''",
        "Idempotency-Key,with blank",
        "Idempotency-Key,a\tb",
        "If-Match,''",
        "If-Match,W/\"1\"",
        "If-Match,1",
    })
    void ordersNothingUnderAGarbledHeader(String header, String value) {
        // Given
        var peering = issued();

        // When
        var answer = bob().header(header, value).post(path(peering, "loa/reissue"));

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("errors.field", contains(header));
        assertThat(suite.judge.stated(peering.connection(0))).containsExactly("LoaIssued");
    }

    @Test
    void listsTheLettersOfAConnectionTheLatestFirst() {
        // Given
        var peering = issued();
        bob().post(path(peering, "loa/reissue")).then().statusCode(201);
        bob().post(path(peering, "loa/reissue")).then().statusCode(201);
        var numbers = suite.judge.statedFacts(peering.connection(0)).stream()
                .map(LoaIssued.class::cast)
                .map(issued -> issued.getLoa().getNumber())
                .toList()
                .reversed();

        // When
        var seen = new ArrayList<String>();
        String next = path(peering, "letters?limit=2");
        while (next != null) {
            var page = bob().urlEncodingEnabled(false).get(next);
            seen.addAll(page.<List<String>>path("items.number"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        // Then
        assertThat(seen).isEqualTo(numbers);
        bob().get(path(peering, "letters?after=x")).then().statusCode(400).body("errors.field", contains("after"));
        given().header(Bearer.HEADER, Bearer.peer("eve", 64_999))
                .get(path(peering, "letters"))
                .then()
                .statusCode(404);
    }

    private TestPeering issued() {
        var peering = suite.approved(TestPeering.in(62, 1));
        await().untilAsserted(() -> bob().get(path(peering, "loa")).then().statusCode(200));
        return peering;
    }

    private static String tag(TestPeering peering) {
        return bob().get(path(peering, "loa")).header("ETag");
    }

    private static RequestSpecification bob() {
        return given().header(Bearer.HEADER, Bearer.operator("bob")).contentType("application/json");
    }

    private static String path(TestPeering peering, String what) {
        return "/peerings/" + peering.id() + "/connections/" + peering.connection(0) + "/" + what;
    }
}

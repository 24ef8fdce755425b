package io.directpeering.provisioning.prefixlist;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/// The simulated peer announces twenty prefixes from 203.0.113.8/29 on, and five from 2001:db8:1:1::/64 on.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class PrefixListIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LIST = "/prefix-lists/64000";
    private static final Map<String, Object> SEVEN = body("RIPE AS-EXAMPLE", "203.0.113.0/26", 29);
    private static final Map<String, Object> EIGHT = body("RIPE AS-EXAMPLE", "203.0.113.64/26", 29);

    private Suite suite;

    @BeforeAll
    void begin() {
        suite = new Suite();
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @AfterEach
    void withdraws() {
        operator().delete(LIST + "?reason=the%20test%20is%20over");
    }

    @Test
    void aChangedListIsTakenOnBySessionsThatStayUp() {
        // Given
        var peering = open();
        takes(peering, 20, 5);
        var since = since(peering);

        // When
        operator().body(SEVEN).put(LIST).then().statusCode(201).body("source", is("RIPE AS-EXAMPLE"));

        // Then
        takes(peering, 7, 0);
        await().atMost(SOON)
                .untilAsserted(() -> operator()
                        .get(LIST)
                        .then()
                        .body("inForce", is(true))
                        .body("changedBy", is("bob"))
                        .body("changedAt", notNullValue())
                        .body("sessions.carried", everyItem(is(true))));

        // When
        operator().body(EIGHT).put(LIST).then().statusCode(200);

        // Then
        takes(peering, 8, 0);

        // When
        operator()
                .delete(LIST + "?reason=by%20hand%20from%20now%20on")
                .then()
                .statusCode(200)
                .body("inForce", is(false))
                .body("effect", containsString("maximum of prefixes"));

        // Then
        takes(peering, 20, 5);
        assertThat(since(peering)).isEqualTo(since);
        suite.simulator(peering.connection(0)).body("sessions.seen.flaps", everyItem(is(0)));
        takeDown(peering);
    }

    @Test
    void aSessionBeginsWithTheListAndStaysDeniedUntilItIsOpened() {
        // Given
        var peering = suite.approved(1);
        operator().body(SEVEN).put(LIST).then().statusCode(201);

        // When
        suite.post(peering, "wiring-completed", Map.of()).statusCode(200);
        suite.awaitTimes(peering.connection(0), "TrafficOpened", 1);

        // Then
        takes(peering, 7, 0);
        suite.simulator(peering.connection(0)).body("changes.what", contains("DENY_ALL", "OPEN"));
        takeDown(peering);
    }

    @Test
    void aListThatChangesUnderDenyAllOpensNothing() {
        // Given
        var peering = open();
        suite.judge.publish(() -> peering.allTo(ConnectionState.ProvisioningFailed, "ProvisioningAborted"));
        await().atMost(SOON).until(() -> policy(peering), "DENY_ALL"::equals);

        // When
        operator().body(SEVEN).put(LIST).then().statusCode(201);
        carried();

        // Then
        assertThat(policy(peering)).isEqualTo("DENY_ALL");
        takes(peering, 0, 0);
        takeDown(peering);
    }

    @Test
    void aRouterThatIsNotToBeHadIsToldLater() {
        // Given
        var peering = open();
        suite.tell(peering.connection(0), Map.of("silent", false, "router", "Unreachable"));

        // When
        operator().body(SEVEN).put(LIST).then().statusCode(201);
        await().atMost(SOON)
                .untilAsserted(() -> operator()
                        .get(LIST)
                        .then()
                        .body("sessions.find{!it.carried}.note", containsString("does not answer")));
        suite.tell(peering.connection(0), Map.of("silent", false));

        // Then
        carried();
        takes(peering, 7, 0);
        takeDown(peering);
    }

    @Test
    void everyVersionIsKeptWithWhoMadeIt() {
        // Given
        var peering = suite.approved(1);
        int before = operator().get(LIST + "/versions").then().extract().path("items.size()");

        // When
        operator().body(SEVEN).put(LIST).then().statusCode(201);
        operator().body(SEVEN).put(LIST).then().statusCode(200);
        as("carol").body(EIGHT).put(LIST).then().statusCode(200);

        // Then
        var after = operator().get(LIST + "/versions?limit=2").then().statusCode(200);
        after.body("items", hasSize(2)).body("items.changedBy", contains("carol", "bob"));
        int newest = after.extract().path("items[0].version");
        assertThat(newest).isEqualTo(before + 2);
        operator()
                .get(LIST + "/versions/" + (newest - 1))
                .then()
                .body("ipv4.prefix", contains("203.0.113.0/26"))
                .body("changedBy", is("bob"));
        operator().get(LIST + "/versions/" + (newest + 1)).then().statusCode(404);
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));
    }

    @Test
    void keysAndTagsKeepAChangeFromBeingMadeTwiceOrBlindly() {
        // Given
        var peering = suite.approved(1);
        var none = operator().get(LIST).then().statusCode(200).body("inForce", is(false));

        // When
        var first = operator().header("Idempotency-Key", "list-1").body(SEVEN).put(LIST);
        var again = operator().header("Idempotency-Key", "list-1").body(SEVEN).put(LIST);
        var other = operator().header("Idempotency-Key", "list-1").body(EIGHT).put(LIST);
        var stale = operator()
                .header("If-Match", none.extract().header("ETag"))
                .body(EIGHT)
                .put(LIST);
        var fresh =
                operator().header("If-Match", first.header("ETag")).body(EIGHT).put(LIST);
        var onlyNew = operator().header("If-None-Match", "*").body(SEVEN).put(LIST);

        // Then
        first.then().statusCode(201);
        again.then().statusCode(201).body("version", is((int) first.path("version")));
        other.then().statusCode(422);
        stale.then().statusCode(412);
        fresh.then().statusCode(200);
        onlyNew.then().statusCode(412);
        operator()
                .header("If-None-Match", fresh.header("ETag"))
                .get(LIST)
                .then()
                .statusCode(304);
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));
    }

    @Test
    void aPeerReadsItsOwnAndChangesNothing() {
        // Given
        var peering = suite.approved(1);
        operator().body(SEVEN).put(LIST).then().statusCode(201);
        var own = Bearer.peer("peer", 64_000);
        var stranger = Bearer.peer("stranger", 64_100);

        // When
        var read = given().header(Bearer.HEADER, own).get(LIST);
        var written = given().header(Bearer.HEADER, own)
                .contentType("application/json")
                .body(EIGHT)
                .put(LIST);
        var withdrawn = given().header(Bearer.HEADER, own).delete(LIST + "?reason=x");
        var others = given().header(Bearer.HEADER, stranger).get(LIST);
        var othersVersions = given().header(Bearer.HEADER, stranger).get(LIST + "/versions");

        // Then
        read.then().statusCode(200).body("ipv4.prefix", contains("203.0.113.0/26"));
        written.then().statusCode(403);
        withdrawn.then().statusCode(403);
        others.then().statusCode(404);
        othersVersions.then().statusCode(404);
        suite.judge.publish(() -> peering.allTo(ConnectionState.PendingRemove, "DeprovisionRequested"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "64000      | {\"ipv4\":[],\"ipv6\":[]}                                                   | 400 | source",
                "64000      | {\"source\":\"x\",\"ipv4\":[]}                                              | 400 | ipv6",
                "64000      | {\"source\":\"a\\nb\",\"ipv4\":[],\"ipv6\":[]}                              | 400 | source",
                "64000      | {\"source\":\"x\",\"ipv4\":[{}],\"ipv6\":[]}                                | 400 | ipv4[0].prefix",
                "64000      | {\"source\":\"x\",\"ipv4\":[null],\"ipv6\":[]}                              | 400 | ipv4[0].prefix",
                "64000      | {\"source\":\"x\",\"ipv4\":[{\"prefix\":\"20.0.0.1/24\"}],\"ipv6\":[]}      | 400 | 20.0.0.0/24",
                "64000      | {\"source\":\"x\",\"ipv4\":[{\"prefix\":\"2a00::/32\"}],\"ipv6\":[]}        | 400 | ipv4[0].prefix",
                "64000      | {\"source\":\"x\",\"ipv4\":[{\"prefix\":\"20.0.0.0/24\",\"longest\":\"x\"}],\"ipv6\":[]} | 400 | longest",
                "64000      | {\"source\":\"x\",\"ipv4\":[],\"ipv6\":[],\"ipv5\":[]}                      | 400 | ipv5",
                "64000      | {                                                                           | 400 | ",
                "64000      | []                                                                          | 400 | ",
                "64000      | ''                                                                          | 400 | body",
                "0          | {\"source\":\"x\",\"ipv4\":[],\"ipv6\":[]}                                  | 400 | asn",
                "4294967296 | {\"source\":\"x\",\"ipv4\":[],\"ipv6\":[]}                                  | 400 | asn",
                "AS64000    | {\"source\":\"x\",\"ipv4\":[],\"ipv6\":[]}                                  | 400 | asn",
                "64099      | {\"source\":\"x\",\"ipv4\":[],\"ipv6\":[]}                                  | 404 | no peering",
            })
    void badInputIsAProblemThatSaysWhatToMend(String asn, String body, int status, String told) {
        // Given
        var peering = suite.approved(1);

        // When
        var answer = operator().body(body).put("/prefix-lists/" + asn);

        // Then
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(told == null ? "" : told));
        operator().get(LIST).then().body("inForce", is(false));
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

    private void carried() {
        await().atMost(SOON)
                .untilAsserted(() -> operator().get(LIST).then().body("sessions.carried", everyItem(is(true))));
    }

    private void takes(TestPeering peering, int v4, int v6) {
        await().atMost(SOON)
                .untilAsserted(() -> suite.simulator(peering.connection(0))
                        .body("sessions.seen.prefixesAccepted", contains(v4, v6)));
    }

    private List<String> since(TestPeering peering) {
        return suite.simulator(peering.connection(0)).extract().path("sessions.seen.establishedAt");
    }

    private String policy(TestPeering peering) {
        return suite.simulator(peering.connection(0)).extract().path("sessions[0].policy");
    }

    private static Map<String, Object> body(String source, String prefix, int longest) {
        return Map.of(
                "source", source, "ipv4", List.of(Map.of("prefix", prefix, "longest", longest)), "ipv6", List.of());
    }

    private static RequestSpecification operator() {
        return as("bob");
    }

    private static RequestSpecification as(String name) {
        return given().header(Bearer.HEADER, Bearer.operator(name)).contentType("application/json");
    }
}

package io.directpeering.provisioning.loa;

import java.util.List;
import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.events.ConnectionState;
import io.directpeering.provisioning.fixture.Suite;
import io.directpeering.provisioning.fixture.TestPeering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class LetterBadInputIT {

    private static final String PROBLEM = "application/problem+json";

    private Suite suite;
    private TestPeering peering;

    @BeforeAll
    void begin() {
        suite = new Suite();
        peering = suite.approved(TestPeering.in(62, 1));
    }

    @AfterAll
    void end() throws Exception {
        suite.close();
    }

    @AfterEach
    void nothingWasStated() {
        assertThat(suite.judge.stated(peering.connection(0))).isEqualTo(List.of("LoaIssued"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                             | reason",
                "{\"reason\":null}              | reason",
                "{\"reason\":\" \"}             | reason",
                "{\"reason\":7}                 | reason",
                "{\"reason\":\"a\\u0000b\"}     | reason",
                "{\"reason\":\"a\\u202Eb\"}     | reason",
                "{\"reason\":\"a\",\"number\":1}| number",
                "{\"reason\":\"a\",\"reason\":\"b\"} | reason",
                "{                              | body",
                "''                             | body",
            })
    void aWrongBodyIsAProblemThatNamesTheField(String body, String field) {
        assertProblem(revoke(body), 400).body(containsString(field));
    }

    @Test
    void aWrongKeyIsAProblem() {
        assertProblem(
                        given().header(Bearer.HEADER, Bearer.operator("bob"))
                                .header("Idempotency-Key", "with blank")
                                .when()
                                .post(path(peering, "loa/reissue"))
                                .then(),
                        400)
                .body("errors.field", contains("Idempotency-Key"));
    }

    @Test
    void nobodyIsRefused() {
        assertProblem(given().when().post(path(peering, "loa/reissue")).then(), 401);
        assertProblem(
                given().contentType("application/json")
                        .body("{\"reason\":\"a\"}")
                        .when()
                        .post(path(peering, "loa/revoke"))
                        .then(),
                401);
    }

    @ParameterizedTest
    @CsvSource({"loa", "cease-letter"})
    void whatIsNotThereIsNotFound(String what) {
        // Given
        var other = TestPeering.in(62, 1);

        // Then
        assertProblem(get(path(other, what)), 404);
        assertProblem(
                get("/peerings/" + UUID.randomUUID() + "/connections/" + peering.connection(0) + "/" + what), 404);
        assertProblem(get("/peerings/x/connections/" + peering.connection(0) + "/" + what), 404);
    }

    @ParameterizedTest
    @CsvSource({"loa/reissue", "loa/revoke"})
    void ordersAreTheOperatorsAlone(String what) {
        // When
        var answer = given().header(Bearer.HEADER, Bearer.peer("noc@peer.example", 64_000))
                .contentType("application/json")
                .body("{\"reason\":\"a\"}")
                .when()
                .post(path(peering, what))
                .then();

        // Then
        assertProblem(answer, 403);
    }

    @Test
    void aLetterIsShownToThePeerItIsForAndToNoOther() {
        // Given
        org.awaitility.Awaitility.await().untilAsserted(() -> shown(64_000).statusCode(200));

        // When
        var others = shown(64_001);

        // Then
        assertProblem(others, 404).body(not(containsString("LOA-")), not(containsString("Example Peer")));
        assertProblem(given().when().get(path(peering, "loa")).then(), 401);
        assertProblem(given().when().get(path(peering, "cease-letter")).then(), 401);
    }

    private ValidatableResponse shown(long asn) {
        return given().header(Bearer.HEADER, Bearer.peer("noc@peer.example", asn))
                .when()
                .get(path(peering, "loa"))
                .then();
    }

    @Test
    void ordersAboutWhatIsNotThereAreNotFoundOrInConflict() {
        // Given
        var unknown = TestPeering.in(62, 1);
        var early = TestPeering.in(62, 1);
        suite.judge.knows(early);
        suite.judge.publish(() -> early.allTo(ConnectionState.PendingApproval, "PeeringRequested"));

        // Then
        assertProblem(order(unknown, "loa/reissue"), 404);
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertProblem(order(early, "loa/reissue"), 409).body("code", equalTo("NoPort")));
        given().header(Bearer.HEADER, Bearer.operator("bob"))
                .contentType("application/json")
                .body("{\"reason\":\"a\"}")
                .when()
                .post(path(early, "loa/revoke"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NoLetter"));
    }

    @Test
    void aKindOfAnswerThatThereIsNotIsRefused() {
        given().header(Bearer.HEADER, Bearer.operator("bob"))
                .accept("image/png")
                .when()
                .get(path(peering, "loa"))
                .then()
                .statusCode(406);
    }

    private ValidatableResponse revoke(String body) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .contentType("application/json")
                .body(body)
                .when()
                .post(path(peering, "loa/revoke"))
                .then();
    }

    private static ValidatableResponse order(TestPeering about, String what) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .post(path(about, what))
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .accept("application/pdf, application/problem+json")
                .when()
                .get(path)
                .then();
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType(PROBLEM);
    }

    private static String path(TestPeering about, String what) {
        return "/peerings/" + about.id() + "/connections/" + about.connection(0) + "/" + what;
    }
}

package io.directpeering.provisioning;

import java.util.List;
import java.util.UUID;

import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {

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
                "link-tests       | {}                                                           | packetsSent",
                "link-tests       | {\"packetsSent\":0,\"packetsReceived\":0}                    | packetsSent",
                "link-tests       | {\"packetsSent\":5,\"packetsReceived\":6}                    | packetsReceived",
                "link-tests       | {\"packetsSent\":5,\"packetsReceived\":-1}                   | packetsReceived",
                "link-tests       | {\"packetsSent\":\"many\",\"packetsReceived\":1}             | packetsSent",
                "link-tests       | {\"packetsSent\":1.5,\"packetsReceived\":1}                  | packetsSent",
                "link-tests       | {\"packetsSent\":1,\"packetsReceived\":1,\"roundTripMs\":-1} | roundTripMs",
                "link-tests       | {\"packetsSent\":1,\"packetsReceived\":1,\"note\":7}         | note",
                "link-tests       | {\"packetsSent\":1,\"packetsReceived\":1,\"speed\":7}        | speed",
                "link-tests       | {\"packetsSent\":1,\"packetsSent\":1,\"packetsReceived\":1}  | packetsSent",
                "wiring-completed | {\"crossConnectId\":\"a\\u0000b\"}                         | crossConnectId",
                "wiring-completed | {\"note\":\"a\\u0007b\"}                                   | note",
                "wiring-completed | {\"crossConnectId\":{}}                                      | crossConnectId",
                "abort            | {}                                                           | reason",
                "abort            | {\"reason\":\"  \"}                                          | reason",
                "abort            | {\"reason\":null}                                            | reason",
            })
    void aWrongBodyIsAProblemThatNamesTheField(String what, String body, String field) {
        assertProblem(post(what, body), 400).body(containsString(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[1,2]", "nonsense", "{} {}", "\"text\"", "''"})
    void malformedJsonIsAProblem(String body) {
        assertProblem(post("wiring-completed", body), 400);
    }

    @Test
    void aWrongContentTypeIsRefused() {
        given().header(Bearer.HEADER, Bearer.operator("bob"))
                .contentType("text/plain")
                .body("{}")
                .when()
                .post(path("wiring-completed"), peering.id(), peering.connection(0))
                .then()
                .statusCode(415);
    }

    @Test
    void anOversizedBodyIsRefused() {
        assertThat(post("abort", "{\"reason\":\"" + "x".repeat(300_000) + "\"}")
                        .extract()
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aLongTextIsRefused() {
        assertProblem(post("abort", "{\"reason\":\"" + "x".repeat(2001) + "\"}"), 400)
                .body(containsString("reason"));
    }

    @Test
    void nobodyIsRefused() {
        assertProblem(
                given().contentType("application/json")
                        .body("{}")
                        .when()
                        .post(path("wiring-completed"), peering.id(), peering.connection(0))
                        .then(),
                401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertProblem(postTo(UUID.randomUUID().toString(), peering.connection(0).toString()), 404);
        assertProblem(postTo(peering.id().toString(), UUID.randomUUID().toString()), 404);
        assertThat(postTo("nonsense", peering.connection(0).toString())
                        .extract()
                        .statusCode())
                .isIn(400, 404);
        assertProblem(
                given().header(Bearer.HEADER, Bearer.operator("bob"))
                        .when()
                        .get("/simulator/connections/" + UUID.randomUUID())
                        .then(),
                404);
    }

    @Test
    void theCatalogueShowsItsPublicPart() {
        given().header(Bearer.HEADER, Bearer.operator("bob"))
                .when()
                .get("/catalogue")
                .then()
                .statusCode(200)
                .body("operator.asn", equalTo(64500))
                .body("locations", hasSize(3))
                .body("locations[0].facilities[0].peeringDBFacilityId", equalTo(58))
                .body(not(containsString("fra1-edge1")))
                .body(not(containsString("198.51.100")));
    }

    private ValidatableResponse post(String what, String body) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .contentType("application/json")
                .body(body)
                .when()
                .post(path(what), peering.id(), peering.connection(0))
                .then();
    }

    private static ValidatableResponse postTo(String peeringId, String connectionId) {
        return given().header(Bearer.HEADER, Bearer.operator("bob"))
                .contentType("application/json")
                .body("{}")
                .when()
                .post(path("wiring-completed"), peeringId, connectionId)
                .then();
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType(PROBLEM);
    }

    private static String path(String what) {
        return "/peerings/{id}/connections/{cid}/" + what;
    }
}

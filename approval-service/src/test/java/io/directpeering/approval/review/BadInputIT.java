package io.directpeering.approval.review;

import java.time.Duration;
import java.util.stream.Stream;

import io.directpeering.approval.fixture.FactsSeen;
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
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Whatever is wrong with a call: a problem that names the field, nothing stored, nothing sent.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class BadInputIT {

    private static final Operator ALICE = new Operator("alice");
    private static final PeeringCase PEERING = PeeringCase.fresh().writingFrom("noc.peer@gmail.com");
    private static final String LONG = "x".repeat(2001);

    static Stream<Arguments> badBodies() {
        return Stream.of(
                arguments("approve", "", ""),
                arguments("approve", "null", ""),
                arguments("approve", "[]", ""),
                arguments("approve", "\"yes\"", ""),
                arguments("approve", "{", ""),
                arguments("approve", "{} {}", ""),
                arguments("approve", "{\"reason\":\"a\",\"reason\":\"b\"}", "reason"),
                arguments("approve", "{\"because\":\"a\"}", "because"),
                arguments("approve", "{\"reason\":5}", "reason"),
                arguments("approve", "{\"reason\":true}", "reason"),
                arguments("approve", "{\"reason\":{}}", "reason"),
                arguments("approve", "{\"reason\":\"\"}", "reason"),
                arguments("approve", "{\"reason\":\" \\n \"}", "reason"),
                arguments("approve", "{\"reason\":\"\\u0000\"}", "reason"),
                arguments("approve", "{\"reason\":\"a\\u001b[2J\"}", "reason"),
                arguments("approve", "{\"reason\":\"a\\ud800\"}", "reason"),
                arguments("approve", "{\"reason\":\"a\\u202eb\"}", "reason"),
                arguments("approve", "{\"reason\":\"" + LONG + "\"}", "reason"),
                arguments("approve", "{\"overrides\":[]}", "overrides"),
                arguments("approve", "{\"overrides\":{\"corporate-email\":null}}", "overrides"),
                arguments("approve", "{\"overrides\":{\"corporate-email\":\"\"}}", "overrides"),
                arguments(
                        "approve",
                        "{\"overrides\":{\"corporate-email\":\"a\",\"corporate-email\":\"b\"}}",
                        "corporate-email"),
                arguments("approve", "{\"overrides\":{\"unheard-of\":\"a\"}}", "overrides.unheard-of"),
                arguments("approve", "{\"overrides\":{\"bandwidth\":\"a\"}}", "overrides.bandwidth"),
                arguments("approve", "{\"overrides\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}", ""),
                arguments("reject", "{}", "reason"),
                arguments("reject", "{\"reason\":null}", "reason"),
                arguments("reject", "{\"reason\":\"" + LONG + "\"}", "reason"),
                arguments("request-information", "{}", "question"),
                arguments("request-information", "{\"question\":\"\\t\"}", "question"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void badBodyIsAProblemThatNamesTheField(String what, String body, String field) {
        // Given
        openReview();

        // When
        var answer = post(what, body);

        // Then
        assertProblem(answer, 400);
        assertThat(answer.asString()).contains(field).doesNotContain("java.", "HTTP 400");
        assertNothingFollows();
    }

    @Test
    void oversizedBodyIsRefused() {
        // Given
        openReview();

        // When
        var answer = post("approve", "{\"reason\":\"" + "x".repeat(300_000) + "\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertNothingFollows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void otherContentTypeIsRefused(String type) {
        // When
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .contentType(type)
                .body("{}")
                .post(path("approve"));

        // Then
        assertProblem(answer, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "\t", "NAME TOO LONG"})
    void whoActsMustBeKnown(String name) {
        // Given
        openReview();

        // When
        var answer = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator(name.replace("NAME TOO LONG", "n".repeat(201))))
                .contentType("application/json")
                .body("{\"reason\":\"no\"}")
                .post(path("reject"));

        // Then
        assertProblem(answer, 401);
        assertThat(answer.jsonPath().getString("detail")).contains("principal");
        assertNothingFollows();
    }

    @Test
    void whoActsMustBeProven() {
        // Given
        openReview();
        var expired = Backends.shared().tokens().of(Person.operator("alice"), Duration.ofMinutes(-10));
        var calls = Stream.of(
                RestAssured.given(),
                RestAssured.given().header(Bearer.HEADER, "Bearer no.token.at-all"),
                RestAssured.given().header(Bearer.HEADER, "Bearer " + expired));

        // When
        var answers = calls.map(call -> call.contentType("application/json").body("{}"))
                .map(call -> call.post(path("approve")))
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> assertProblem(answer, 401));
        assertNothingFollows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "no-uuid", "1", "%00", "..%2f..%2fq", "a;b"})
    void reviewThatDoesNotExistIsNotFound(String id) {
        // When
        var read = RestAssured.given()
                .urlEncodingEnabled(false)
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .get("/reviews/" + id);
        var decided = RestAssured.given()
                .urlEncodingEnabled(false)
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .contentType("application/json")
                .body("{}")
                .post("/reviews/" + id + "/approve");

        // Then
        assertThat(read.statusCode()).isIn(400, 404);
        assertThat(decided.statusCode()).isIn(400, 404);
        assertThat(read.asString() + decided.asString()).doesNotContain("<html", "Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "Pending", "%20", "Open%00"})
    void unknownStatusIsNamed(String status) {
        // When
        var answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .get("/reviews?status=" + status);

        // Then
        assertProblem(answer, 400);
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("status");
    }

    private static Response post(String what, String body) {
        // As bytes: the client must not look into what it sends.
        return RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post(path(what));
    }

    private static String path(String what) {
        return "/reviews/" + PEERING.peeringId() + "/" + what;
    }

    private static void openReview() {
        if (RestAssured.given()
                        .header(Bearer.HEADER, Bearer.operator("alice"))
                        .get("/reviews/" + PEERING.peeringId())
                        .statusCode()
                == 200) {
            return;
        }
        try (var judge = new Judge(Backends.shared())) {
            judge.says(PEERING.requested());
            ALICE.awaitsReview(PEERING);
        }
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    }

    private static void assertNothingFollows() {
        var review = RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator("alice"))
                .get("/reviews/" + PEERING.peeringId())
                .jsonPath();
        assertThat(review.getString("status")).isEqualTo("Open");
        assertThat(StatementsOf.count(PEERING.peeringId())).isZero();
        try (var facts = new FactsSeen(Backends.shared())) {
            assertThat(facts.of(PEERING.peeringId())).isEmpty();
        }
    }
}

package io.directpeering.request.asn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.events.ValidationState;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.Operator;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.says;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

/// Registrations under keys and conditions, and page by page.
@QuarkusTest
@OnRealParts
class PeerAsnMannersIT {

    private static final String UNSEEN = "\"unseen\"";

    private final String key = UUID.randomUUID().toString();

    @Inject
    TheLog log;

    @Inject
    Operator operator;

    @Test
    void fiftyEqualRegistrationsAtOnceAreOne() throws Exception {
        // Given
        var asn = 205_001;

        // When
        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(50)) {
            answers = threads
                    .invokeAll(Collections.<Callable<Response>>nCopies(
                            50, () -> keyed(Door.registration()).put("/peer-asns/" + asn)))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly(tag(asn));
        await().atMost(15, SECONDS).until(() -> revisions(asn) == 1);
    }

    @Test
    void endsOnceAndSaysSoAgain() {
        // Given
        var asn = Door.newPeer();

        // When
        var first = as("anna").header(KeyReader.HEADER, key).delete("/peer-asns/" + asn);
        var again = as("anna").header(KeyReader.HEADER, key).delete("/peer-asns/" + asn);
        var otherwise = keyed(Door.registration()).put("/peer-asns/" + asn);

        // Then
        first.then().statusCode(204);
        again.then().statusCode(204).body(emptyString());
        otherwise.then().statusCode(422).body("code", equalTo("IdempotencyKeyUsedOtherwise"));
        as("anna").get("/peer-asns/" + asn).then().statusCode(404);
        await().atMost(15, SECONDS).until(() -> revisions(asn) == 2);
    }

    @Test
    void leavesTheKeyFreeWhereItRefused() {
        // Given
        var asn = Door.newPeer();

        // When
        var changed = keyed(named("B")).header("If-Match", UNSEEN).put("/peer-asns/" + asn);
        var afterwards = keyed(named("B")).header("If-Match", tag(asn)).put("/peer-asns/" + asn);

        // Then
        changed.then().statusCode(412);
        afterwards.then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void changesOnlyWhatTheClientHasSeen() {
        // Given
        var asn = Door.newPeer();
        var seen = tag(asn);
        says(named("B"))
                .header("If-Match", seen)
                .put("/peer-asns/" + asn)
                .then()
                .statusCode(200);

        // When
        var late = says(named("C")).header("If-Match", seen).put("/peer-asns/" + asn);
        var lateEnd = as("anna").header("If-Match", seen).delete("/peer-asns/" + asn);
        var any = says(named("D")).header("If-Match", "*").put("/peer-asns/" + asn);
        var anew = says(named("E")).header("If-None-Match", "*").put("/peer-asns/" + asn);
        var absent = says(named("F")).header("If-Match", "*").put("/peer-asns/205002");

        // Then
        for (var answer : List.of(late, lateEnd)) {
            answer.then()
                    .statusCode(412)
                    .contentType("application/problem+json")
                    .body("code", equalTo("PreconditionFailed"))
                    .body("errors.field", contains("If-Match"));
        }
        any.then().statusCode(200).body("name", equalTo("D"));
        anew.then().statusCode(412).body("errors.field", contains("If-None-Match"));
        absent.then().statusCode(412);
        as("anna").get("/peer-asns/205002").then().statusCode(404);
        await().atMost(15, SECONDS).until(() -> revisions(asn) == 3);
    }

    @Test
    void tagsFollowWhatIsShown() {
        // Given
        var asn = Door.newPeer();
        var pending = tag(asn);

        // When
        operator.finds(asn, 1, ValidationState.Approved, null);
        Door.awaitValidation(asn, "Approved");

        // Then
        assertThat(tag(asn)).isNotEqualTo(pending);
        as("anna")
                .header("If-None-Match", pending + ", W/" + tag(asn))
                .get("/peer-asns/" + asn)
                .then()
                .statusCode(304)
                .header("ETag", tag(asn))
                .body(emptyString());
        as("anna")
                .header("If-None-Match", pending)
                .get("/peer-asns/" + asn)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Idempotency-Key,''",
        "Idempotency-Key,a\tb",
        "Idempotency-Key,\"open",
        "If-Match,''",
        "If-Match,W/\"1\"",
        "If-Match,plain",
        "If-Match,\"open",
        "If-None-Match,plain",
    })
    void storesNothingUnderAGarbledHeader(String header, String value) {
        // Given
        var asn = Door.newPeer();

        // When
        var answer = says(named("B")).header(header, value).put("/peer-asns/" + asn);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("errors.field", contains(header));
        as("anna").get("/peer-asns/" + asn).then().body("revision", equalTo(1));
    }

    @Test
    void listsPageByPageAndOnlyWhatIsOnesOwn() {
        // Given
        var asns = List.of(Door.newPeer(), Door.newPeer(), Door.newPeer());
        var bearer = Bearer.peer("noc", asns.get(0), asns.get(1), asns.get(2));

        // When
        var seen = new ArrayList<Integer>();
        String next = "/peer-asns?limit=2";
        while (next != null) {
            var page = given().header(Bearer.HEADER, bearer)
                    .urlEncodingEnabled(false)
                    .get(next);
            page.then().statusCode(200);
            seen.addAll(page.<List<Integer>>path("items.asn"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        // Then
        assertThat(seen)
                .containsExactlyElementsOf(asns.stream().map(Long::intValue).toList());
        as("anna").get("/peer-asns?after=0").then().statusCode(400).body("errors.field", contains("after"));
        as("anna").get("/peer-asns?limit=201").then().statusCode(400).body("errors.field", contains("limit"));
    }

    private io.restassured.specification.RequestSpecification keyed(Object body) {
        return says(body).header(KeyReader.HEADER, key);
    }

    private static String tag(long asn) {
        return as("anna").get("/peer-asns/" + asn).header("ETag");
    }

    private long revisions(long asn) {
        return log.of(Topics.PEER_ASN_REGISTRATIONS, Long.toString(asn)).size();
    }

    private static Map<String, Object> named(String name) {
        var body = new HashMap<>(Door.registration());
        body.put("name", name);
        return body;
    }
}

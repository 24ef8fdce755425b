package io.directpeering.request.idempotency;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.directpeering.http.idempotency.IdempotencyKeys;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.registeredPeer;
import static io.directpeering.request.Door.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnRealParts
class IdempotencyIT {

    private static final String STORED_LONG_AGO =
            "UPDATE idempotency_key SET stored_at = now() - interval '25 hours' WHERE key = ?";

    private final String key = UUID.randomUUID().toString();

    @Inject
    TheLog log;

    @Inject
    DataSource database;

    @Inject
    IdempotencyKeys keys;

    @BeforeEach
    void theJudgeIsThere() {
        Door.awaitJudge();
    }

    @Test
    void answersFiftyEqualRequestsAtOnceEquallyAndStatesOneFact() throws Exception {
        // Given
        var body = peering(registeredPeer(), "fra-1", connection());

        // When
        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(50)) {
            answers =
                    threads
                            .invokeAll(Collections.<Callable<Response>>nCopies(
                                    50, () -> keyed(body).post("/peerings")))
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers).extracting(answer -> answer.header("ETag")).containsOnly("\"1\"");
        assertThat(answers).extracting(Response::contentType).containsOnly("application/json");
        var id = UUID.fromString(answers.getFirst().path("peeringId"));
        assertThat(log.of(Topics.PEERING_EVENTS, id)).hasSize(1);
        assertThat(answers).extracting(answer -> answer.header("Location")).allMatch(at -> at.endsWith("/" + id));
    }

    @Test
    void saysWhatItSaidAndNotWhatIsSoNow() {
        // Given
        var body = peering(registeredPeer(), "fra-1", connection());
        var first = keyed(body).post("/peerings");
        String id = first.path("peeringId");
        Door.as("anna").delete("/peerings/" + id).then().statusCode(200);

        // When
        var again = keyed(body).post("/peerings");

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void takesATakeDownOnce() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));

        // When
        var first = named().delete("/peerings/" + id + "?reason=moving");
        var again = named().delete("/peerings/" + id + "?reason=moving");
        var unnamed = Door.as("anna").delete("/peerings/" + id + "?reason=moving");
        var otherwise = named().delete("/peerings/" + id + "?reason=staying");

        // Then
        first.then().statusCode(200).body("state", equalTo("Removed")).body("sequence", equalTo(2));
        again.then().statusCode(200).body("state", equalTo("Removed")).body("sequence", equalTo(2));
        unnamed.then().statusCode(409);
        isUsedOtherwise(otherwise);
        assertThat(log.of(Topics.PEERING_EVENTS, UUID.fromString(id))).hasSize(3);
    }

    @Test
    void repeatsARefusalOfTheJudge() {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));
        Door.as("anna").delete("/peerings/" + id).then().statusCode(200);

        // When
        var first = named().delete("/peerings/" + id);
        var again = named().delete("/peerings/" + id);

        // Then
        first.then().statusCode(409).contentType("application/problem+json");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(log.of(Topics.PEERING_EVENTS, UUID.fromString(id))).hasSize(3);
    }

    @Test
    void refusesTheKeyForAnythingElse() {
        // Given
        var asn = registeredPeer();
        var id = keyed(peering(asn, "fra-1", connection())).post("/peerings").<String>path("peeringId");

        // When
        var otherBody = keyed(peering(asn, "fra-2", connection(Map.of("peeringDBFacilityId", 60))))
                .post("/peerings");
        var otherPath = keyed(Map.of("answer", "Two sites.")).post("/peerings/" + id + "/information");
        var otherPrincipal = Door.as("bert")
                .header(KeyReader.HEADER, key)
                .contentType("application/json")
                .body(Map.of("answer", "Two sites."))
                .post("/peerings/" + id + "/information");

        // Then
        isUsedOtherwise(otherBody);
        isUsedOtherwise(otherPath);
        assertThat(otherPrincipal.<String>path("code")).isNotEqualTo("IdempotencyKeyUsedOtherwise");
    }

    @Test
    void leavesTheKeyFreeWhereNothingWasStored() {
        // Given
        var asn = registeredPeer();
        var id = requested(peering(asn, "fra-1", connection()));
        var body = peering(asn, "fra-2", connection());

        // When
        var taken = keyed(body).post("/peerings");
        Door.as("anna").delete("/peerings/" + id).then().statusCode(200);
        var afterwards = keyed(body).post("/peerings");

        // Then
        taken.then().statusCode(409).body("code", equalTo("FacilityTaken"));
        afterwards.then().statusCode(201);
    }

    @Test
    void asksToComeBackWhileTheFirstIsUnderWay() throws Exception {
        // Given
        var body = peering(registeredPeer(), "fra-1", connection());

        // When
        Response meanwhile;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(
                    "INSERT INTO idempotency_key (principal, key, fingerprint, stored_at) VALUES ('anna', ?, 'x', now())")) {
                insert.setString(1, key);
                insert.executeUpdate();
            }
            meanwhile = keyed(body).post("/peerings");
            connection.rollback();
        }
        var afterwards = keyed(body).post("/peerings");

        // Then
        meanwhile
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", equalTo("IdempotencyKeyInUse"));
        afterwards.then().statusCode(201);
    }

    @Test
    void findsOutWhatBecameOfACommandWhoseAnswerWasLost() throws Exception {
        // Given
        var body = peering(registeredPeer(), "fra-1", connection());
        var first = keyed(body).post("/peerings");
        keyRow("UPDATE idempotency_key SET answer = NULL WHERE key = ?");

        // When
        var again = keyed(body).post("/peerings");

        // Then
        again.then().statusCode(201).body("peeringId", equalTo(first.path("peeringId")));
    }

    @Test
    void forgetsAfterADay() throws Exception {
        // Given
        var id = requested(peering(registeredPeer(), "fra-1", connection()));
        var url = "/peerings/" + id;
        named().delete(url).then().statusCode(200);
        keyRow(STORED_LONG_AGO);

        // When
        var anew = named().delete(url);
        keyRow(STORED_LONG_AGO);
        keys.forget();

        // Then
        anew.then().statusCode(409).body("reason", containsString("Removed"));
        assertThat(keyRow("DELETE FROM idempotency_key WHERE key = ?")).isZero();
    }

    @Test
    void refusesAMalformedKey() {
        // Given
        var body = peering(registeredPeer(), "fra-1", connection());

        // When
        var empty = Door.says(body).header(KeyReader.HEADER, "").post("/peerings");
        var tooLong = Door.says(body).header(KeyReader.HEADER, "k".repeat(256)).post("/peerings");

        // Then
        for (var answer : List.of(empty, tooLong)) {
            answer.then().statusCode(400).body("errors.field", contains(KeyReader.HEADER));
        }
    }

    private int keyRow(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            return statement.executeUpdate();
        }
    }

    private RequestSpecification keyed(Object body) {
        return Door.says(body).header(KeyReader.HEADER, key);
    }

    private RequestSpecification named() {
        return Door.as("anna").header(KeyReader.HEADER, key);
    }

    private static void isUsedOtherwise(Response answer) {
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("IdempotencyKeyUsedOtherwise"))
                .body("errors.field", contains(KeyReader.HEADER));
    }
}

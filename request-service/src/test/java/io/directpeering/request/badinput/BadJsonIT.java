package io.directpeering.request.badinput;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.says;
import static org.assertj.core.api.Assertions.assertThat;

/// Bodies that are not the JSON that was asked for.
@QuarkusTest
@OnRealParts
class BadJsonIT {

    private static final String INFORMATION = "/peerings/" + UUID.randomUUID() + "/information";
    private static final String RETRY =
            "/peerings/" + UUID.randomUUID() + "/connections/" + UUID.randomUUID() + "/retry";

    @Inject
    Unchanged unchanged;

    @BeforeEach
    void countWhatIsThere() throws Exception {
        unchanged.begin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "5",
                "\"x\"",
                "{\"name\":}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"connections\":[{\"bandwidthInMbps\":1,\"bandwidthInMbps\":2}]}",
                "{} {}",
                "{'name':'a'}",
                "{\"peerAsn\":99999999999999999999999}",
                "{\"peerAsn\":1e400}",
                "{\"peerAsn\":3.32e3}",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"a\nb\"}",
                "<xml/>",
                "{\"name\":\"a\"",
                "{\"peerAsn\":NaN}",
                "{\"peerAsn\":01}",
                "{\"peerAsn\":0x10}",
                "{\"peerAsn\":true}",
                "{\"peerAsn\":[3320]}",
                "{\"name\":{}}",
                "{\"name\":[\"fra\"]}",
                "{\"connections\":{}}",
                "{\"connections\":[[]]}",
                "{\"connections\":[\"x\"]}",
                "{/* nothing */}"
            })
    void refusesWhatIsNoJsonOfOurs(String body) throws Exception {
        // When
        var answer = says(body).post("/peerings");

        // Then
        unchanged.refused(answer, 400, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/peerings", "/legacy-peerings", "/peer-asns/3320"})
    void survivesDeepNesting(String path) throws Exception {
        // Given
        var lists = "[".repeat(10_000);
        var objects = "{\"contacts\":".repeat(10_000);

        // When
        var list = path.startsWith("/peer-asns")
                ? says(lists).put(path)
                : says(lists).post(path);
        var object = path.startsWith("/peer-asns")
                ? says(objects).put(path)
                : says(objects).post(path);

        // Then
        unchanged.refused(list, 400, null);
        unchanged.refused(object, 400, null);
    }

    @Test
    void survivesDeepNestingBelowAFieldThatNobodyKnows() throws Exception {
        // When
        var answer = says("{\"connections\":[{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}]}")
                .post("/peerings");

        // Then
        unchanged.refused(answer, 400, null);
    }

    @Test
    void refusesOtherMediaTypes() throws Exception {
        // When
        var text = as("anna").contentType("text/plain").body("{}").post("/peerings");
        var form = as("anna")
                .contentType("application/x-www-form-urlencoded")
                .body("name=x")
                .post("/peerings");

        // Then
        unchanged.refused(text, 415, null);
        unchanged.refused(form, 415, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/peerings", "/legacy-peerings"})
    void refusesAMegabyte(String path) throws Exception {
        // When
        var answer = says("{\"name\":\"" + "x".repeat(1_000_000) + "\"}").post(path);

        // Then
        unchanged.refused(answer, 413, null);
    }

    @Test
    void refusesAMegabyteOfReasonAndAnswer() throws Exception {
        // When
        var answer = says("{\"answer\":\"" + "x".repeat(1_000_000) + "\"}").post(INFORMATION);
        var reason = says("{\"reason\":\"" + "x".repeat(1_000_000) + "\"}").post(RETRY);
        var longAnswer = says("{\"answer\":\"" + "x".repeat(100_000) + "\"}").post(INFORMATION);
        var longReason = says("{\"reason\":\"" + "x".repeat(100_000) + "\"}").post(RETRY);

        // Then
        unchanged.refused(answer, 413, null);
        unchanged.refused(reason, 413, null);
        unchanged.refused(longAnswer, 400, "answer");
        unchanged.refused(longReason, 400, "reason");
    }

    @Test
    void refusesWhatTurnsOutTooLarge() throws Exception {
        // Given
        var endless = "{\"name\":\"" + "x".repeat(2_000_000) + "\"}";
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/peerings"))
                .header("Content-Type", "application/json")
                .header(Bearer.HEADER, Bearer.operator("anna"))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(endless)))
                .build();

        // When
        int status;
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            status = http.send(request, BodyHandlers.discarding()).statusCode();
        }

        // Then
        assertThat(status).isEqualTo(413);
        unchanged.assertNothingHappened();
    }
}

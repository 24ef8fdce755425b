package io.directpeering.request.badinput;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"POST,/peerings", "POST,/legacy-peerings", "PUT,/peer-asns/3320"})
    void survivesDeepNesting(String method, String path) throws Exception {
        // Given
        var bodies = List.of(
                "[".repeat(10_000),
                "{\"contacts\":".repeat(10_000),
                "{\"connections\":[{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}]}",
                "{\"contacts\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        for (var body : bodies) {
            // When
            var answer = Raw.sent(method, path, BodyPublishers.ofString(body));

            // Then
            unchanged.refused(answer, 400);
            assertThat(answer.body()).contains("\"errors\"").doesNotContain("StackOverflow");
            assertThat(answer.body().length()).isLessThan(10_000);
        }
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

        // When
        var status = Raw.sent("POST", "/peerings", BodyPublishers.fromPublisher(BodyPublishers.ofString(endless)))
                .statusCode();

        // Then
        assertThat(status).isEqualTo(413);
        unchanged.assertNothingHappened();
    }
}

package io.directpeering.request.badinput;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.request.Door.as;
import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.says;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Addresses that there are not, and ways around those that there are.
@QuarkusTest
@OnRealParts
class BadPathsIT {

    private static final String NONE = "/peerings/5f0c7f2e-0000-4000-8000-000000000000";

    @Inject
    Unchanged unchanged;

    @BeforeEach
    void countWhatIsThere() throws Exception {
        unchanged.begin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/peerings;x",
                "/peerings;x=y",
                "/peerings%3Bx",
                "//peerings",
                "/peerings//",
                "/;/peerings",
                "/x/../peerings",
                "/x/%2e%2e/peerings",
                "/x/%2E%2E/peerings",
                "/x/..;/peerings",
                "/x/..%2fpeerings",
                "/x%2f..%2fpeerings",
                "/./peerings",
                "/%2e/peerings",
                "/peerings/%2e",
                "/peerings%00",
                "/peerings%0d%0aX-Injected:%20yes",
                "/peerings%5C",
                "/%70eerings%2f",
                "/peerings%252e"
            })
    void takesNoWayAround(String path) throws Exception {
        for (var method : List.of("GET", "POST", "DELETE")) {
            // When
            var answer = Raw.sent(method, path, BodyPublishers.ofString("{}"));

            // Then
            unchanged.refused(answer, 400);
            assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/peerings/nonsense",
                NONE,
                "/peerings/1",
                "/peerings/5f0c7f2e-0000-4000-8000-00000000000g",
                "/peerings/%7B5f0c7f2e-0000-4000-8000-000000000000%7D",
                "/nothing-here",
                "/PEERINGS",
                "/peerings.json",
                NONE + "/connections",
                NONE + "/../..",
                "/peerings/5f0c7f2e-0000-4000-8000-000000000000%0a"
            })
    void knowsNothingOfOtherIds(String path) throws Exception {
        // When
        var answer = Door.as("anna").urlEncodingEnabled(false).get(path);

        // Then
        unchanged.refused(answer, path.contains("..") || path.contains("%0a") ? 400 : 404, null);
    }

    @Test
    void knowsNoCommandsAboutOtherIds() throws Exception {
        // When
        var deprovision = as("anna").delete(NONE);
        var one = as("anna").delete(NONE + "/connections/" + UUID.randomUUID());
        var retry = says(Map.of()).post(NONE + "/connections/" + UUID.randomUUID() + "/retry");
        var information = says(Map.of("answer", "x")).post(NONE + "/information");
        var noId = as("anna").delete("/peerings/x/connections/y");

        // Then
        for (var answer : List.of(deprovision, one, retry, information, noId)) {
            unchanged.refused(answer, 404, null);
        }
    }

    @Test
    void knowsNoOtherMethods() throws Exception {
        // When
        var put = as("anna").put("/peerings");
        var patch = as("anna").patch(NONE);
        var post = says(Door.registration()).post("/peer-asns/3320");

        // Then
        for (var answer : List.of(put, patch, post)) {
            unchanged.refused(answer, 405, null);
        }
    }

    static List<Arguments> queries() {
        return List.of(
                arguments("/peerings?peerAsn=abc", "peerAsn"),
                arguments("/peerings?state=active", "state"),
                arguments("/peerings?state=Unknown", "state"),
                arguments("/peerings?peeringLocation=%00", "peeringLocation"),
                arguments("/peerings?peeringLocation=%E2%80%AE", "peeringLocation"),
                arguments("/peerings?sate=Active", "sate"),
                arguments("/peer-asns?asn=3320", "asn"),
                arguments("/legacy-peerings", "peerAsn"),
                arguments("/legacy-peerings?peerAsn=3320&peeringLocation=Atlantis", "peeringLocation"),
                arguments(NONE + "?minSequence=x", "minSequence"),
                arguments(NONE + "?minSequence=-1", "minSequence"),
                arguments(NONE + "?minSequence=9999999999999999999", "minSequence"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void namesTheParameterOfAQuery(String path, String parameter) throws Exception {
        // When
        var answer = Door.as("anna").urlEncodingEnabled(false).get(path);

        // Then
        unchanged.refused(answer, 400, parameter);
    }

    @Test
    void asksWhoActs() throws Exception {
        // When
        var nobody = given().contentType("application/json")
                .body(Door.registration())
                .put("/peer-asns/200003");
        var garbage = given().header("Authorization", "Bearer x.y.z").delete(NONE);
        var tooLong = as("a".repeat(201)).delete(NONE);

        // Then
        for (var answer : List.of(nobody, garbage, tooLong)) {
            unchanged.refused(answer, 401, null);
        }
    }

    @Test
    void tellsToRegisterFirst() throws Exception {
        // When
        var answer = says(peering(3320, "fra", connection())).post("/peerings");

        // Then
        unchanged.refused(answer, 409, "peerAsn");
        assertThat(answer.<String>path("detail")).contains("PUT /peer-asns/3320");
    }
}

package io.directpeering.request;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.directpeering.backends.Bearer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
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

/// Whatever is wrong with a request: a problem that names the field, nothing stored, nothing sent.
@QuarkusTest
@OnRealParts
class BadInputIT {

    private static final String PEER_IN_USE = "3320";

    @Inject
    DataSource database;

    @Inject
    TheLog log;

    private List<Long> before = List.of();

    @BeforeEach
    void countWhatIsThere() throws Exception {
        Door.awaitJudge();
        before = counted();
    }

    static Stream<Arguments> peerings() {
        var good = connection();
        return Stream.of(
                arguments("reserved ASN", peering(64_512, "fra", good), "peerAsn"),
                arguments("AS_TRANS", peering(23_456, "fra", good), "peerAsn"),
                arguments("no ASN", peering(0, "fra", good), "peerAsn"),
                arguments("name", peering(3320, "fra 1", good), "name"),
                arguments("header injection", peering(3320, "fra\r\nBcc: x", good), "name"),
                arguments(
                        "facility",
                        peering(3320, "fra", connection(Map.of("peeringDBFacilityId", 1))),
                        "connections[0].peeringDBFacilityId"),
                arguments(
                        "bandwidth",
                        peering(3320, "fra", connection(Map.of("bandwidthInMbps", 12_345))),
                        "connections[0].bandwidthInMbps"),
                arguments(
                        "fraction",
                        peering(3320, "fra", connection(Map.of("bandwidthInMbps", 10_000.5))),
                        "connections[0].bandwidthInMbps"),
                arguments(
                        "number in quotes",
                        peering(3320, "fra", connection(Map.of("bandwidthInMbps", "10000"))),
                        "connections[0].bandwidthInMbps"),
                arguments(
                        "text without quotes",
                        peering(3320, "fra", connection(Map.of("sessionAuthKeyName", 5))),
                        "connections[0].sessionAuthKeyName"),
                arguments(
                        "unknown field",
                        peering(3320, "fra", connection(Map.of("colour", "red"))),
                        "connections[0].colour"),
                arguments(
                        "secret",
                        peering(3320, "fra", connection(Map.of("md5AuthenticationKey", "s3cret"))),
                        "connections[0].md5AuthenticationKey"),
                arguments(
                        "host bits",
                        peering(3320, "fra", numbered("80.81.192.1/31")),
                        "connections[0].sessionPrefixV4"),
                arguments("length", peering(3320, "fra", numbered("80.81.192.0/29")), "connections[0].sessionPrefixV4"),
                arguments("private", peering(3320, "fra", numbered("10.0.0.0/31")), "connections[0].sessionPrefixV4"),
                arguments(
                        "link-local",
                        peering(3320, "fra", numbered("169.254.1.0/30")),
                        "connections[0].sessionPrefixV4"),
                arguments(
                        "overlap",
                        peering(3320, "fra", numbered("80.81.192.0/30"), numbered("80.81.192.0/31")),
                        "connections[1].sessionPrefixV4"),
                arguments(
                        "second connection",
                        peering(3320, "fra", good, connection(Map.of("sessionAuth", "md5"))),
                        "connections[1].sessionAuth"),
                arguments("no connections", peering(3320, "fra"), "connections"),
                arguments("unknown member", Map.of("peering", "fra"), "peering"),
                arguments("connections no list", Map.of("connections", 5), "connections"));
    }

    private static Map<String, Object> numbered(String prefix) {
        return connection(Map.of("sessionAddressProvider", "Peer", "sessionPrefixV4", prefix));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("peerings")
    void namesTheFieldOfAPeering(String what, Map<String, Object> body, String field) throws Exception {
        // When
        var answer = says(body).post("/peerings");

        // Then
        refused(answer, 400, field);
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
                "{} {}",
                "{'name':'a'}",
                "{\"peerAsn\":99999999999999999999999}",
                "{\"peerAsn\":1e400}",
                "{\"name\":\"\\ud800\"}",
                "<xml/>",
                "{\"name\":\"a\"",
                "{\"peerAsn\":NaN}",
                "{\"peerAsn\":01}",
                "{\"peerAsn\":true}",
                "{\"name\":{}}"
            })
    void refusesWhatIsNoJsonOfOurs(String body) throws Exception {
        // When
        var answer = says(body).post("/peerings");

        // Then
        refused(answer, 400, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "23456",
                "64496",
                "64512",
                "65535",
                "65551",
                "4200000000",
                "4294967295",
                "4294967296",
                "abc",
                "-1",
                "1.5"
            })
    void refusesToRegisterWhatCanBeNoPeer(String asn) throws Exception {
        // When
        var answer = says(Door.registration()).put("/peer-asns/" + asn);

        // Then
        refused(answer, 400, "asn");
    }

    static Stream<Arguments> registrations() {
        return Stream.of(
                arguments(registration("x@peer.example\nBcc: y@peer.example"), "contacts[0].email"),
                arguments(Map.of("name", "Peer"), "contacts"),
                arguments(renamed("a\u0000b"), "name"),
                arguments(Map.of("name", "Peer", "asn", 3320), "asn"));
    }

    private static Map<String, Object> registration(String email) {
        return Map.of(
                "name", "Peer", "contacts", List.of(Map.of("role", "Noc", "email", email, "phone", "+1 555 0100")));
    }

    private static Map<String, Object> renamed(String name) {
        var body = new HashMap<>(Door.registration());
        body.put("name", name);
        return body;
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void namesTheFieldOfARegistration(Map<String, Object> body, String field) throws Exception {
        // When
        var answer = says(body).put("/peer-asns/" + PEER_IN_USE);

        // Then
        refused(answer, 400, field);
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
        refused(text, 415, null);
        refused(form, 415, null);
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        // When
        var answer = says("{\"name\":\"" + "x".repeat(300_000) + "\"}").post("/peerings");

        // Then
        refused(answer, 413, null);
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
        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void refusesDeepNesting() throws Exception {
        // When
        var answer = says("[".repeat(2_000)).post("/peerings");

        // Then
        refused(answer, 400, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/peerings/nonsense",
                "/peerings/5f0c7f2e-0000-4000-8000-000000000000",
                "/peerings/1;2",
                "/nothing-here",
                "/peerings/5f0c7f2e-0000-4000-8000-000000000000/connections"
            })
    void knowsNothingOfOtherIds(String path) throws Exception {
        // When
        var answer = Door.as("anna").get(path);

        // Then
        refused(answer, 404, null);
    }

    @Test
    void knowsNoOtherMethods() throws Exception {
        // When
        var answer = as("anna").put("/peerings");

        // Then
        refused(answer, 405, null);
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments("/peerings?peerAsn=abc", "peerAsn"),
                arguments("/peerings?state=active", "state"),
                arguments("/peerings?state=Unknown", "state"),
                arguments("/peerings?peeringLocation=%00", "peeringLocation"),
                arguments("/peerings?sate=Active", "sate"),
                arguments("/peerings/5f0c7f2e-0000-4000-8000-000000000000?minSequence=x", "minSequence"),
                arguments("/peerings/5f0c7f2e-0000-4000-8000-000000000000?minSequence=-1", "minSequence"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void namesTheParameterOfAQuery(String path, String parameter) throws Exception {
        // When
        var answer = as("anna").urlEncodingEnabled(false).get(path);

        // Then
        refused(answer, 400, parameter);
    }

    @Test
    void asksWhoActs() throws Exception {
        // When
        var nobody = given().contentType("application/json")
                .body(Door.registration())
                .put("/peer-asns/200003");
        var blank = as("  ").contentType("application/json")
                .body(Door.registration())
                .put("/peer-asns/200003");
        var tooLong = as("a".repeat(201)).delete("/peerings/5f0c7f2e-0000-4000-8000-000000000000");

        // Then
        refused(nobody, 401, null);
        refused(blank, 401, null);
        refused(tooLong, 401, null);
        assertThat(tooLong.<String>path("detail")).contains("principal");
    }

    @Test
    void tellsToRegisterFirst() throws Exception {
        // When
        var answer = says(peering(3320, "fra", connection())).post("/peerings");

        // Then
        refused(answer, 409, "peerAsn");
        assertThat(answer.<String>path("detail")).contains("PUT /peer-asns/3320");
    }

    /// @param field null: it is about no field
    private void refused(Response answer, int status, @Nullable String field) throws Exception {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.asString()).doesNotContain("Exception", "io.directpeering", "com.fasterxml");
        if (field != null) {
            assertThat(answer.<List<String>>path("errors.field")).containsExactly(field);
        }
        assertThat(counted()).as("rows and facts").isEqualTo(before);
    }

    private List<Long> counted() throws Exception {
        var counts = new ArrayList<Long>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "peer_asn", "peer_contact", "peering_request", "requested_facility", "requested_connection")) {
                try (var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    rows.next();
                    counts.add(rows.getLong(1));
                }
            }
        }
        counts.add(log.facts());
        return counts;
    }
}

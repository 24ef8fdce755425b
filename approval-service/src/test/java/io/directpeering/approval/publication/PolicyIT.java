package io.directpeering.approval.publication;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.directpeering.approval.fixture.FactsSeen;
import io.directpeering.approval.fixture.Judge;
import io.directpeering.approval.fixture.RegistrationCase;
import io.directpeering.backends.Backends;
import io.directpeering.backends.Bearer;
import io.directpeering.backends.ServiceBackends;
import io.directpeering.schemas.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// The policy as everybody sees it, and what it makes of a request before it is made.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "approval"))
class PolicyIT {

    private static final long ASN = 3344;
    private static final String PEER = Bearer.peer("nora", ASN);
    private static final String CONNECTION = """
            {"peeringDBFacilityId": 58, "bandwidthInMbps": 10000,
             "maxPrefixesAdvertisedV4": 1000, "maxPrefixesAdvertisedV6": 100}""";

    @Test
    void everybodyReadsThePolicy() {
        // When
        var policy = RestAssured.get("/policy");

        // Then
        assertThat(policy.statusCode()).isEqualTo(200);
        assertThat(policy.contentType()).startsWith("application/json");
        assertThat(policy.jsonPath().getString("version")).isNotBlank();
        assertThat(policy.jsonPath().getInt("fourEyes.twoAboveMbps")).isEqualTo(100_000);
        assertThat(policy.jsonPath().getList("fourEyes.twoWhenOverridden")).isEqualTo(List.of("corporate-email"));
        assertThat(policy.jsonPath().<String>getList("rules.id"))
                .containsExactly(
                        "public-asn",
                        "asn-registration",
                        "noc-contact",
                        "bandwidth",
                        "session-prefixes",
                        "max-prefix",
                        "facility-presence",
                        "corporate-email",
                        "both-address-families",
                        "redundancy",
                        "routable-prefix",
                        "irr",
                        "rpki",
                        "manrs");
        assertThat(policy.jsonPath().<String>getList("rules.severity"))
                .containsExactly(
                        "Hard",
                        "Hard",
                        "Hard",
                        "Hard",
                        "Hard",
                        "Hard",
                        "Hard",
                        "Soft",
                        "Soft",
                        "Soft",
                        "Advisory",
                        "Advisory",
                        "Advisory",
                        "Advisory");
        assertThat(policy.jsonPath().getInt("rules[3].parameters.minimumInMbps"))
                .isEqualTo(10_000);
        assertThat(policy.jsonPath().getString("rules[0].parameters.reserved[1].why"))
                .isEqualTo("AS_TRANS (RFC 6793)");
        assertThat(policy.jsonPath().<String>getList("rules[2].appliesTo")).containsExactly("Registration", "Request");
        assertThat(policy.jsonPath().getString("rules[3].title")).isEqualTo("Each connection has 10 Gbps or more.");
    }

    @Test
    void browserGetsAPage() {
        // When
        var page = RestAssured.given()
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get("/policy");

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString())
                .contains(
                        "Each connection has 10 Gbps or more.",
                        "minimumInMbps: 10000",
                        "more than 100000 Mbps",
                        "<a href=\"#corporate-email\">",
                        "The peer&#39;s ASN is public.");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void requestThatIsFineIsTold() {
        // Given
        var peer = registered(RegistrationCase.fresh());

        // When
        var checked = checks(Bearer.peer("nora", peer.asn()), body(peer.asn(), CONNECTION, CONNECTION));

        // Then
        assertThat(checked.statusCode()).as(checked.asString()).isEqualTo(200);
        assertThat(checked.jsonPath().getBoolean("wouldBeRefused")).isFalse();
        assertThat(checked.jsonPath().getBoolean("needsOverride")).isFalse();
        assertThat(checked.jsonPath().getInt("approvalsNeeded")).isEqualTo(1);
        assertThat(checked.jsonPath().getString("outcomes.find { it.ruleId == 'asn-registration' }.evidence"))
                .isEqualTo("The registration of AS" + peer.asn() + " is Approved.");
        assertThat(checked.jsonPath().getString("outcomes.find { it.ruleId == 'noc-contact' }.outcome"))
                .isEqualTo("Passed");
    }

    @Test
    void requestThatWouldBeRefusedIsToldWhyAndNothingFollows() {
        // Given
        var slow = CONNECTION
                .replace("10000", "1000")
                .replace("\"maxPrefixesAdvertisedV6\": 100", "\"sessionPrefixV4\": \"10.0.0.0/30\"");

        // When
        var checked = checks(PEER, """
                {"peerAsn": %d, "name": "x", "peeringLocation": "Frankfurt", "connections": [%s],
                 "contacts": [{"role": "Noc", "email": "noc@gmail.com", "phone": "+1 555 0100"}]}""".formatted(ASN, slow));

        // Then
        assertThat(checked.statusCode()).as(checked.asString()).isEqualTo(200);
        assertThat(checked.jsonPath().getBoolean("wouldBeRefused")).isTrue();
        assertThat(checked.jsonPath().getBoolean("needsOverride")).isTrue();
        assertThat(checked.jsonPath().getInt("approvalsNeeded")).isEqualTo(2);
        assertThat(checked.jsonPath().<String>getList("outcomes.findAll { it.outcome == 'Failed' }.ruleId"))
                .containsExactly(
                        "asn-registration",
                        "bandwidth",
                        "session-prefixes",
                        "corporate-email",
                        "both-address-families",
                        "redundancy");
        assertThat(checked.jsonPath().getString("outcomes.find { it.ruleId == 'bandwidth' }.evidence"))
                .contains("asks for 1000 Mbps; it must be 10000 to 100000");
        assertNothingFollows();
    }

    @Test
    void onlyTheAsnsOwnPeopleAndTheOperatorsMayTry() {
        // When, then
        assertThat(checks(Bearer.peer("mallory", 3345), body(ASN, CONNECTION)).statusCode())
                .isEqualTo(403);
        assertThat(checks(Bearer.operator("alice"), body(ASN, CONNECTION)).statusCode())
                .isEqualTo(200);
        assertThat(RestAssured.given()
                        .contentType("application/json")
                        .body(body(ASN, CONNECTION))
                        .post("/policy/check")
                        .statusCode())
                .isEqualTo(401);
    }

    static Stream<Arguments> badBodies() {
        var good = body(ASN, CONNECTION);
        return Stream.of(
                arguments("", "body"),
                arguments("null", "body"),
                arguments("[]", "body"),
                arguments("{", "body"),
                arguments("{}", "connections"),
                arguments(good + good, "body"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": \"3344\""), "peerAsn"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": \"AS3344\""), "peerAsn"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": 1.10"), "peerAsn"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": -1"), "peerAsn"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": 4294967296"), "peerAsn"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": 99999999999999999999"), "peerAsn"),
                arguments(good.replace("\"peerAsn\": 3344", "\"peerAsn\": null"), "peerAsn"),
                arguments(good.replace("\"peerAsn\"", "\"asn\""), "asn"),
                arguments(good.replace("frankfurt-1", "a\\u0000b"), "name"),
                arguments(good.replace("frankfurt-1", "a\\nb"), "name"),
                arguments(good.replace("frankfurt-1", "a\\u202eb"), "name"),
                arguments(good.replace("frankfurt-1", "x".repeat(100_000)), "name"),
                arguments(good.replace("[" + CONNECTION + "]", "[]"), "connections"),
                arguments(good.replace("[" + CONNECTION + "]", "{}"), "connections"),
                arguments(good.replace("[" + CONNECTION + "]", "[null]"), "connections[0]"),
                arguments(
                        good.replace(CONNECTION, String.join(",", Collections.nCopies(17, CONNECTION))), "connections"),
                arguments(good.replace("\"peeringDBFacilityId\": 58", "\"facility\": 58"), "connections[0].facility"),
                arguments(good.replace("\"peeringDBFacilityId\": 58, ", ""), "connections[0].peeringDBFacilityId"),
                arguments(good.replace(": 10000", ": 2147483648"), "connections[0].bandwidthInMbps"),
                arguments(good.replace(": 10000", ": 10000.5"), "connections[0].bandwidthInMbps"),
                arguments(good.replace(": 1000,", ": -1,"), "connections[0].maxPrefixesAdvertisedV4"),
                arguments(
                        good.replace(": 1000,", ": 1000, \"sessionPrefixV4\": \"10.0.0.0\\u0007\","),
                        "connections[0].sessionPrefixV4"),
                arguments(
                        good.replace(": 1000,", ": 1000, \"sessionAddressProvider\": \"peer\","),
                        "connections[0].sessionAddressProvider"),
                arguments(withContacts("{}"), "contacts"),
                arguments(withContacts("[null]"), "contacts[0]"),
                arguments(withContacts("[{\"role\": \"Boss\"}]"), "contacts[0].role"),
                arguments(withContacts("[{\"email\": \"a@b.c\"}]"), "contacts[0].role"),
                arguments(
                        withContacts("[{\"role\": \"Noc\", \"email\": \"a@b.c\\r\\nBcc: x@y.z\"}]"),
                        "contacts[0].email"),
                arguments("{\"connections\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "connections"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void badBodyIsAProblemThatNamesTheField(String body, String field) {
        // When
        var answer = checks(PEER, body);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().<String>getList("errors.field")).anyMatch(named -> named.startsWith(field));
        assertThat(answer.asString()).doesNotContain("java.", "\tat ");
    }

    @Test
    void keyGivenTwiceIsNamed() {
        // When
        var answer = checks(PEER, body(ASN, CONNECTION).replace("\"name\"", "\"peerAsn\": 1, \"name\""));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].message")).contains("Duplicate field 'peerAsn'");
    }

    @Test
    void hugeBodyIsRefused() {
        // When
        var answer = checks(PEER, body(ASN, CONNECTION).replace("frankfurt-1", "x".repeat(1_000_000)));

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void templatesAndMarkupAreTextLikeAnyOther() {
        // When
        var answer = checks(
                PEER,
                body(ASN, CONNECTION)
                        .replace(
                                "\"peeringDBFacilityId\"",
                                "\"sessionPrefixV4\": \"{7*7}<b>${x}\", \"peeringDBFacilityId\""));

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("outcomes.find { it.ruleId == 'session-prefixes' }.evidence"))
                .isEqualTo("'{7*7}<b>${x}' is no IPv4 prefix.");
    }

    private static RegistrationCase registered(RegistrationCase peer) {
        try (var log = new Judge(Backends.shared());
                var found = new FactsSeen(Backends.shared(), Topics.PEER_ASN_VALIDATIONS)) {
            log.says(peer.registered());
            found.await(peer.asn(), 1);
        }
        return peer;
    }

    private static String body(long asn, String... connections) {
        return """
                {"peerAsn": %d, "name": "frankfurt-1", "peeringLocation": "Frankfurt", "connections": [%s]}""".formatted(asn, String.join(",", connections));
    }

    private static String withContacts(String contacts) {
        return body(ASN, CONNECTION).replace("\"name\"", "\"contacts\": " + contacts + ", \"name\"");
    }

    private static Response checks(String bearer, String body) {
        // As bytes: the client must not look into what it sends.
        return RestAssured.given()
                .header(Bearer.HEADER, bearer)
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post("/policy/check");
    }

    private static void assertNothingFollows() {
        try (var facts = new FactsSeen(Backends.shared());
                var found = new FactsSeen(Backends.shared(), Topics.PEER_ASN_VALIDATIONS)) {
            assertThat(found.recordsOf(ASN)).isEmpty();
            assertThat(facts.of(ASN)).isEmpty();
        }
        assertThat(RestAssured.given()
                        .header(Bearer.HEADER, Bearer.operator("alice"))
                        .get("/peer-asn-reviews/" + ASN)
                        .statusCode())
                .isEqualTo(404);
    }
}

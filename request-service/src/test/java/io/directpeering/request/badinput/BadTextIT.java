package io.directpeering.request.badinput;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.directpeering.events.DeprovisionRequested;
import io.directpeering.request.Door;
import io.directpeering.request.OnRealParts;
import io.directpeering.request.TheLog;
import io.directpeering.schemas.Topics;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Words that are meant for somebody else than people: a terminal, a mail server, a template, a browser.
@QuarkusTest
@OnRealParts
class BadTextIT {

    /// Nothing that people read may hold these.
    private static final List<String> UNREADABLE = List.of(
            "a\r\nBcc: x@peer.example",
            "a\nb",
            "a\u0000b",
            "\u001b[31mred",
            "a\tb",
            "a\u0085b",
            "a\u2028b",
            "a\u202Egnp.exe",
            "a\u2066b",
            "a\u200Fb",
            "\uFEFFa",
            "a\uE000b",
            "   ");

    /// Text like any other: it is kept as it is, and escaped wherever it is shown.
    private static final String MARKUP = "<script>alert(1)</script> {7*7} {{7*7}} ${jndi:ldap://x} #{1} %n '\" & ; --";

    @Inject
    Unchanged unchanged;

    @Inject
    TheLog log;

    @BeforeEach
    void countWhatIsThere() throws Exception {
        unchanged.begin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "fra 1",
                "fra\r\nBcc: x",
                "fra\u0000",
                "fra\u202E1",
                "fra\uFF11",
                "<b>fra</b>",
                "{7*7}",
                "${x}",
                "fra/1",
                "../fra",
                "fra;1",
                "fra%31",
                "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void takesNoOtherName(String name) throws Exception {
        // Given
        var conversion =
                Map.of("peerAsn", 3320, "name", name, "peeringLocation", "Frankfurt", "legacyLinks", List.of("X"));

        // When
        var request = says(peering(3320, name, connection())).post("/peerings");
        var adoption = says(conversion).post("/legacy-peerings");

        // Then
        unchanged.refused(request, 400, "name");
        unchanged.refused(adoption, 400, "name");
    }

    static Stream<Arguments> members() {
        var good = connection();
        return Stream.of(
                arguments(
                        "second connection",
                        peering(3320, "fra", good, with("sessionAuth", "md5")),
                        "connections[1].sessionAuth"),
                arguments("no connections", peering(3320, "fra"), "connections"),
                arguments("unknown field", peering(3320, "fra", with("colour", "red")), "connections[0].colour"),
                arguments(
                        "a secret",
                        peering(3320, "fra", with("md5AuthenticationKey", "s")),
                        "connections[0].md5AuthenticationKey"),
                arguments(
                        "number",
                        peering(3320, "fra", with("sessionAuthKeyName", 5)),
                        "connections[0].sessionAuthKeyName"),
                arguments(
                        "identifier",
                        peering(3320, "fra", with("connectionIdentifier", "1-2-3-4-5")),
                        "connections[0].connectionIdentifier"),
                arguments("unknown member", Map.of("peering", "fra"), "peering"),
                arguments("connections no list", Map.of("connections", 5), "connections"));
    }

    private static Map<String, Object> with(String member, Object value) {
        return connection(Map.of(member, value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("members")
    void namesTheMemberOfAPeering(String what, Map<String, Object> body, String field) throws Exception {
        // When
        var answer = says(body).post("/peerings");

        // Then
        unchanged.refused(answer, 400, field);
    }

    static Stream<Arguments> links() {
        return Stream.of(
                arguments(List.of(), "legacyLinks"),
                arguments(5, "legacyLinks"),
                arguments(List.of(5), "legacyLinks[0]"),
                arguments(List.of("X", "X"), "legacyLinks[1]"),
                arguments(List.of("FRA-0001"), "legacyLinks[0]"),
                arguments(List.of("a\u0000b"), "legacyLinks[0]"),
                arguments(List.of("' OR 1=1 --"), "legacyLinks[0]"),
                arguments(java.util.Collections.nCopies(17, "X"), "legacyLinks"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void namesTheLinkThatIsNone(Object links, String field) throws Exception {
        // When
        var answer = says(Map.of("peerAsn", 3320, "name", "a", "peeringLocation", "Frankfurt", "legacyLinks", links))
                .post("/legacy-peerings");

        // Then
        unchanged.refused(answer, 400, field);
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                arguments(Map.of("email", "x@peer.example\nBcc: y@peer.example"), "contacts[0].email"),
                arguments(Map.of("email", "x@peer.example\r\n\r\nbody"), "contacts[0].email"),
                arguments(Map.of("email", "x%0aBcc:y@peer.example,z@peer.example"), "contacts[0].email"),
                arguments(Map.of("email", "NOC <noc@peer.example>"), "contacts[0].email"),
                arguments(Map.of("email", "noc@[127.0.0.1]"), "contacts[0].email"),
                arguments(Map.of("email", "noc@localhost"), "contacts[0].email"),
                arguments(Map.of("email", "n\u202Eoc@peer.example"), "contacts[0].email"),
                arguments(Map.of("phone", "+1 555\r\n0100"), "contacts[0].phone"),
                arguments(Map.of("phone", "call me"), "contacts[0].phone"),
                arguments(Map.of("name", "NOC\r\nTo: x"), "contacts[0].name"),
                arguments(Map.of("name", "N\u202EOC"), "contacts[0].name"),
                arguments(Map.of("role", "noc"), "contacts[0].role"),
                arguments(Map.of("role", "Unknown"), "contacts[0].role"),
                arguments(Map.of("colour", "red"), "contacts[0].colour"));
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void namesTheMemberOfAContact(Map<String, Object> different, String field) throws Exception {
        // Given
        var contact = new HashMap<String, Object>(
                Map.of("role", "Noc", "email", "noc@peer.example", "phone", "+49 69 1234567"));
        contact.putAll(different);

        // When
        var answer = says(Map.of("name", "Peer", "contacts", List.of(contact))).put("/peer-asns/3320");

        // Then
        unchanged.refused(answer, 400, field);
    }

    static List<String> unreadable() {
        return UNREADABLE;
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void takesNothingThatPeopleCannotRead(String text) throws Exception {
        // Given
        var registration = new HashMap<>(Door.registration());
        registration.put("name", text);
        var none = "/peerings/" + UUID.randomUUID();
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

        // When
        var name = says(registration).put("/peer-asns/3320");
        var reason = as("anna").urlEncodingEnabled(false).delete(none + "?reason=" + encoded);
        var retry = says(Map.of("reason", text)).post(none + "/connections/" + UUID.randomUUID() + "/retry");
        var answer = says(Map.of("answer", text)).post(none + "/information");

        // Then
        unchanged.refused(name, 400, "name");
        unchanged.refused(reason, 400, "reason");
        unchanged.refused(retry, 400, "reason");
        unchanged.refused(answer, 400, "answer");
    }

    @Test
    void takesNothingThatIsTooLong() throws Exception {
        // Given
        var registration = new HashMap<>(Door.registration());
        registration.put("name", "x".repeat(101));

        // When
        var name = says(registration).put("/peer-asns/3320");
        var reason = as("anna").delete("/peerings/" + UUID.randomUUID() + "?reason=" + "x".repeat(501));

        // Then
        unchanged.refused(name, 400, "name");
        unchanged.refused(reason, 400, "reason");
    }

    @Test
    void keepsMarkupAsTheTextThatItIs() {
        // Given
        var asn = Door.registeredPeer();
        var id = Door.requested(peering(asn, "fra-1", connection()));
        var registration = new HashMap<>(Door.registration());
        registration.put("name", MARKUP);

        // When
        var reason = as("anna").queryParam("reason", MARKUP).delete("/peerings/" + id);
        var name = says(registration).put("/peer-asns/" + asn);

        // Then
        reason.then().statusCode(200);
        name.then().statusCode(200);
        var fact = (DeprovisionRequested)
                log.of(Topics.PEERING_EVENTS, UUID.fromString(id)).getLast();
        assertThat(fact.getReason()).isEqualTo(MARKUP);
        var read = Door.as("anna").get("/peer-asns/" + asn);
        assertThat(read.<String>path("name")).isEqualTo(MARKUP);
        assertThat(read.contentType()).startsWith("application/json");
    }
}

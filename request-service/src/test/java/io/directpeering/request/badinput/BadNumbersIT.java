package io.directpeering.request.badinput;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
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

import static io.directpeering.request.Door.connection;
import static io.directpeering.request.Door.peering;
import static io.directpeering.request.Door.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// AS numbers, prefixes and amounts that are none.
@QuarkusTest
@OnRealParts
class BadNumbersIT {

    @Inject
    Unchanged unchanged;

    @BeforeEach
    void countWhatIsThere() throws Exception {
        unchanged.begin();
    }

    static Stream<String> asnsInPaths() {
        return Stream.of(
                "0",
                "23456",
                "64496",
                "64512",
                "65535",
                "65551",
                "4200000000",
                "4294967295",
                "4294967296",
                "18446744073709551616",
                "99999999999999999999",
                "abc",
                "AS3320",
                "as3320",
                "1.10",
                "0.3320",
                "-1",
                "-3320",
                "+3320",
                "%2B3320",
                "1.5",
                "3320.0",
                "03320",
                "0x0cf8",
                "3e3",
                "3_320",
                "3%2C320",
                "%203320",
                "3320%20",
                "3320%0A",
                "3320%00",
                "%EF%BC%93%EF%BC%93%EF%BC%92%EF%BC%90",
                "%D9%A3%D9%A3%D9%A2%D9%A0",
                "3320%E2%80%8B",
                "%C2%B3320");
    }

    @ParameterizedTest
    @MethodSource("asnsInPaths")
    void refusesToRegisterWhatCanBeNoPeer(String asn) throws Exception {
        // When
        var answer = says(Door.registration()).urlEncodingEnabled(false).put("/peer-asns/" + asn);

        // Then
        unchanged.refused(answer, 400, asn.matches(".*%0[0A]") ? null : "asn");
    }

    @ParameterizedTest
    @MethodSource("asnsInPaths")
    void refusesToListForWhatCanBeNoPeer(String asn) throws Exception {
        // Given
        var query = asn.equals("+3320") ? "%2B3320" : asn;

        // When
        var peerings = Door.as("anna").urlEncodingEnabled(false).get("/peerings?peerAsn=" + query);
        var links = Door.as("anna").urlEncodingEnabled(false).get("/legacy-peerings?peerAsn=" + query);

        // Then
        unchanged.refused(peerings, 400, "peerAsn");
        unchanged.refused(links, 400, "peerAsn");
    }

    static Stream<Object> asnsInBodies() {
        return Stream.of(
                0,
                -1,
                -3320,
                23_456,
                64_496,
                64_512,
                65_535,
                4_200_000_000L,
                4_294_967_295L,
                4_294_967_296L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                3320.5,
                3320.0,
                "3320",
                "AS3320",
                "1.10",
                "",
                true);
    }

    @ParameterizedTest
    @MethodSource("asnsInBodies")
    void refusesARequestOfWhatCanBeNoPeer(Object asn) throws Exception {
        // Given
        var body = new HashMap<>(peering(3320, "fra", connection()));
        body.put("peerAsn", asn);
        var conversion = Map.of(
                "peerAsn", asn, "name", "fra", "peeringLocation", "Frankfurt", "legacyLinks", java.util.List.of("X"));

        // When
        var answer = says(body).post("/peerings");
        var legacy = says(conversion).post("/legacy-peerings");

        // Then
        unchanged.refused(answer, 400, "peerAsn");
        unchanged.refused(legacy, 400, "peerAsn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80.81.192.1/31",
                "80.81.192.0/29",
                "80.81.192.0/32",
                "80.81.192.0/33",
                "80.81.192.0/-1",
                "80.81.192.0/031",
                "80.81.192.0/31/31",
                "80.81.192.0",
                "80.81.192/31",
                "10.0.0.0/31",
                "169.254.1.0/30",
                "127.0.0.0/31",
                "0.0.0.0/31",
                "224.0.0.0/31",
                "010.1.1.0/31",
                "080.081.192.000/31",
                "0x50.0x51.0xc0.0/31",
                "1347534848/31",
                "80.81.192.0 /31",
                " 80.81.192.0/31",
                "80.81.192.0/31 ",
                "80.81.192.0/255.255.255.254",
                "80.81.192.0-1",
                "80.81.192.*",
                "*",
                "",
                "::ffff:80.81.192.0/127",
                "::ffff:5051:c000/127",
                "2001:7f8::/127",
                "８０.81.192.0/31",
                "80.81.192.0/31\n",
                "80.81.192.0/31\u0000",
                "80.81.192.0/31;80.81.193.0/31"
            })
    void refusesAPrefixOfIPv4(String prefix) throws Exception {
        // When
        var answer = says(peering(3320, "fra", numbered("V4", prefix))).post("/peerings");

        // Then
        unchanged.refused(answer, 400, "connections[0].sessionPrefixV4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:7f8::1/127",
                "2001:7f8::/125",
                "2001:7f8::/128",
                "2001:7f8::/129",
                "2001:7f8::",
                "2001:7f8::%eth0/127",
                "fe80::%1/127",
                "fe80::/127",
                "fc00::/127",
                "::/127",
                "::1/128",
                "ff02::/127",
                "2001:db8::/127",
                "2002:5051:c000::/127",
                "64:ff9b::5051:c000/127",
                "::ffff:80.81.192.0/127",
                "[2001:7f8::]/127",
                "2001:7f8:::/127",
                "2001:7f8::g/127",
                "20010:7f8::/127",
                " 2001:7f8::/127",
                "2001:7f8::/127 ",
                "2001:7f8:: /127",
                "80.81.192.0/31",
                "2001:7f8::/127\t",
                ""
            })
    void refusesAPrefixOfIPv6(String prefix) throws Exception {
        // When
        var answer = says(peering(3320, "fra", numbered("V6", prefix))).post("/peerings");

        // Then
        unchanged.refused(answer, 400, "connections[0].sessionPrefixV6");
    }

    @Test
    void knowsAPrefixInCapitalsForWhatItIs() {
        // Given
        var asn = Door.registeredPeer();
        var capitals = numbered("V6", "2001:7F8:0:0:0:0:ABCD:0/127");

        // When
        var answer = Door.post(peering(asn, "fra-1", capitals));

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.asString()).contains("2001:7f8::abcd:0/127");
        Door.as("anna").delete("/peerings/" + answer.<String>path("peeringId"));
    }

    private static Map<String, Object> numbered(String family, String prefix) {
        var members = new HashMap<String, Object>();
        members.put("sessionAddressProvider", "Peer");
        // The usual connection has an IPv4 session, which needs a prefix, too.
        members.put("sessionPrefixV4", "80.81.251.0/31");
        members.put("maxPrefixesAdvertised" + family, 100);
        members.put("sessionPrefix" + family, prefix);
        return connection(members);
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                arguments("bandwidthInMbps", 12_345),
                arguments("bandwidthInMbps", 0),
                arguments("bandwidthInMbps", -10_000),
                arguments("bandwidthInMbps", 110_000),
                arguments("bandwidthInMbps", Long.MAX_VALUE),
                arguments("bandwidthInMbps", 10_000.5),
                arguments("bandwidthInMbps", "10000"),
                arguments("bandwidthInMbps", "10G"),
                arguments("maxPrefixesAdvertisedV4", 0),
                arguments("maxPrefixesAdvertisedV4", -1),
                arguments("maxPrefixesAdvertisedV4", 20_001),
                arguments("maxPrefixesAdvertisedV4", 4_294_967_297L),
                arguments("maxPrefixesAdvertisedV6", 2_001),
                arguments("peeringDBFacilityId", 1),
                arguments("peeringDBFacilityId", -58),
                arguments("peeringDBFacilityId", 4_294_967_354L),
                arguments("peeringDBFacilityId", "58"));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void refusesAnAmount(String field, Object amount) throws Exception {
        // When
        var answer =
                says(peering(3320, "fra", connection(Map.of(field, amount)))).post("/peerings");

        // Then
        unchanged.refused(answer, 400, "connections[0]." + field);
    }
}

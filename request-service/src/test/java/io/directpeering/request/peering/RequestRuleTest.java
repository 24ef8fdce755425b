package io.directpeering.request.peering;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import io.directpeering.http.problem.Violation;
import io.directpeering.request.catalogue.Catalogue;
import io.directpeering.request.catalogue.Facility;
import io.directpeering.request.catalogue.Location;
import io.directpeering.request.catalogue.SessionPools;
import io.directpeering.request.peering.PeeringBody.ConnectionBody;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RequestRuleTest {

    private final RequestRule rule = new RequestRule(new Catalogue(
            List.of(
                    new Location(
                            "Frankfurt",
                            List.of(
                                    new Facility(58, "FRA1", List.of(10_000, 100_000)),
                                    new Facility(60, "FR5", List.of(10_000)))),
                    new Location("Amsterdam", List.of(new Facility(34, "AM1", List.of(10_000, 20_000))))),
            new SessionPools(List.of("193.0.0.0/24"), List.of("2001:67c:2e8:ffff::/64")),
            List.of(),
            List.of()));

    @Test
    void fillsInWhatMayBeLeftOut() {
        // When
        var wanted = rule.check(Bodies.peering(Bodies.connection()));

        // Then
        assertThat(wanted.directPeeringType()).isEqualTo(DirectPeeringType.Edge);
        assertThat(wanted.connections().getFirst().sessionAddressProvider()).isEqualTo(SessionAddressProvider.Operator);
        assertThat(wanted.connections().getFirst().sessionAuth()).isEqualTo(SessionAuth.NoAuth);
    }

    @Test
    void readsTwoSpellingsOfOneRequestAsEqual() {
        // Given
        var identifier = UUID.randomUUID().toString();
        var lower = new ConnectionBody(
                identifier, 58L, 10_000L, "Peer", null, "2001:7f8::/127", null, 100L, "NoAuth", null);
        var upper = new ConnectionBody(
                identifier.toUpperCase(java.util.Locale.ROOT),
                58L,
                10_000L,
                "Peer",
                null,
                "2001:7F8:0::0/127",
                null,
                100L,
                null,
                null);

        // When
        var one = rule.check(Bodies.peering(lower));
        var other = rule.check(Bodies.peering(upper));

        // Then
        assertThat(one).isEqualTo(other);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "a b", "a/b", "ü", "a\n", "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void refusesOtherNames(String name) {
        // When
        var fields = refusedFields(Bodies.named(name));

        // Then
        assertThat(fields).containsExactly("name");
    }

    static Stream<Arguments> badConnections() {
        return Stream.of(
                arguments(Bodies.identified("not-a-uuid"), "connectionIdentifier"),
                arguments(Bodies.identified("1-1-1-1-1"), "connectionIdentifier"),
                arguments(Bodies.identified(""), "connectionIdentifier"),
                arguments(Bodies.at(null, 10_000L), "peeringDBFacilityId"),
                arguments(Bodies.at(34L, 10_000L), "peeringDBFacilityId"),
                arguments(Bodies.at(-58L, 10_000L), "peeringDBFacilityId"),
                arguments(Bodies.at(4_294_967_354L, 10_000L), "peeringDBFacilityId"),
                arguments(Bodies.at(58L, null), "bandwidthInMbps"),
                arguments(Bodies.at(58L, 0L), "bandwidthInMbps"),
                arguments(Bodies.at(58L, -10_000L), "bandwidthInMbps"),
                arguments(Bodies.at(58L, 1_000L), "bandwidthInMbps"),
                arguments(Bodies.at(58L, 15_000L), "bandwidthInMbps"),
                arguments(Bodies.at(58L, 110_000L), "bandwidthInMbps"),
                arguments(Bodies.at(58L, 4_294_977_296L), "bandwidthInMbps"),
                arguments(Bodies.at(60L, 100_000L), "bandwidthInMbps"),
                arguments(Bodies.numbered(null, null, null, null, null), "maxPrefixesAdvertisedV4"),
                arguments(Bodies.numbered(null, null, null, 0L, null), "maxPrefixesAdvertisedV4"),
                arguments(Bodies.numbered(null, null, null, 20_001L, null), "maxPrefixesAdvertisedV4"),
                arguments(Bodies.numbered(null, null, null, null, 0L), "maxPrefixesAdvertisedV6"),
                arguments(Bodies.numbered(null, null, null, null, 2_001L), "maxPrefixesAdvertisedV6"),
                arguments(Bodies.numbered("Unknown", null, null, 1L, null), "sessionAddressProvider"),
                arguments(Bodies.numbered("peer", null, null, 1L, null), "sessionAddressProvider"),
                arguments(Bodies.numbered("Peer", null, null, 1L, null), "sessionPrefixV4"),
                arguments(Bodies.numbered("Peer", "80.81.192.0/31", null, 1L, 1L), "sessionPrefixV6"),
                arguments(
                        Bodies.numbered("Peer", "80.81.192.0/31", "2001:7f8::/127", 1L, null),
                        "maxPrefixesAdvertisedV6"),
                arguments(Bodies.numbered("Peer", "10.0.0.0/31", null, 1L, null), "sessionPrefixV4"),
                arguments(Bodies.numbered("Peer", "193.0.0.4/31", null, 1L, null), "sessionPrefixV4"),
                arguments(Bodies.numbered("Peer", null, "2001:67c:2e8:ffff::/127", null, 1L), "sessionPrefixV6"),
                arguments(Bodies.numbered("Operator", "80.81.192.0/31", null, 1L, null), "sessionPrefixV4"),
                arguments(Bodies.authenticated("MD5", "key"), "sessionAuth"),
                arguments(Bodies.authenticated("Md5", null), "sessionAuthKeyName"),
                arguments(Bodies.authenticated("TcpAo", "a key"), "sessionAuthKeyName"),
                arguments(Bodies.authenticated("NoAuth", "key"), "sessionAuthKeyName"));
    }

    @ParameterizedTest
    @MethodSource("badConnections")
    void refusesOtherConnections(ConnectionBody connection, String field) {
        // When
        var fields = refusedFields(Bodies.peering(connection));

        // Then
        assertThat(fields).containsExactly("connections[0]." + field);
    }

    static Stream<Arguments> goodConnections() {
        return Stream.of(
                arguments(Bodies.at(58L, 100_000L)),
                arguments(Bodies.at(60L, 10_000L)),
                arguments(Bodies.numbered(null, null, null, 20_000L, 2_000L)),
                arguments(Bodies.numbered(null, null, null, null, 1L)),
                arguments(Bodies.numbered("Peer", "80.81.192.0/30", "2001:7f8::/126", 1L, 1L)),
                arguments(Bodies.numbered("Peer", "80.81.192.0/31", null, 1L, null)),
                arguments(Bodies.authenticated("TcpAo", "fra1.key_2026-1")));
    }

    @ParameterizedTest
    @MethodSource("goodConnections")
    void takesConnectionsUpToTheEdges(ConnectionBody connection) {
        // When
        var wanted = rule.check(Bodies.peering(connection));

        // Then
        assertThat(wanted.connections()).hasSize(1);
    }

    @Test
    void refusesConnectionsThatGetInEachOthersWay() {
        // Given
        var identifier = UUID.randomUUID().toString();
        var one = new ConnectionBody(identifier, 58L, 10_000L, "Peer", "80.81.192.0/30", null, 1L, null, null, null);
        var other = new ConnectionBody(identifier, 58L, 10_000L, "Peer", "80.81.192.2/31", null, 1L, null, null, null);

        // When
        var fields = refusedFields(Bodies.peering(one, other));

        // Then
        assertThat(fields).containsExactly("connections[1].connectionIdentifier", "connections[1].sessionPrefixV4");
    }

    @Test
    void takesTwoConnectionsInOneFacility() {
        // When
        var wanted = rule.check(Bodies.peering(Bodies.connection(), Bodies.connection()));

        // Then
        assertThat(wanted.connections()).hasSize(2);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        // Given
        var body =
                new PeeringBody(64_512L, "no name", "Atlantis", "edge", Collections.singletonList(Bodies.at(null, 5L)));

        // When
        var fields = refusedFields(body);

        // Then
        assertThat(fields)
                .containsExactly(
                        "peerAsn",
                        "name",
                        "peeringLocation",
                        "directPeeringType",
                        "connections[0].peeringDBFacilityId",
                        "connections[0].bandwidthInMbps");
    }

    @Test
    void refusesNoneNullAndTooManyConnections() {
        // When
        var missing = refusedFields(new PeeringBody(3320L, "fra-1", "Frankfurt", null, null));
        var none = refusedFields(Bodies.peering());
        var nothing = refusedFields(Bodies.peering((ConnectionBody) null));
        var many = refusedFields(
                new PeeringBody(3320L, "fra-1", "Frankfurt", null, Collections.nCopies(17, Bodies.connection())));

        // Then
        assertThat(List.of(missing, none, many)).containsOnly(List.of("connections"));
        assertThat(nothing).containsExactly("connections[0]");
    }

    @Test
    void refusesNoBody() {
        // When
        var fields = refusedFields(null);

        // Then
        assertThat(fields).containsExactly("body");
    }

    @SuppressWarnings("unchecked")
    private List<String> refusedFields(@Nullable PeeringBody body) {
        var problem = catchThrowableOfType(HttpProblem.class, () -> rule.check(body));
        assertThat(problem.getStatusCode()).isEqualTo(400);
        var errors =
                (List<Violation>) Objects.requireNonNull(problem.getParameters().get("errors"));
        return errors.stream().map(Violation::field).toList();
    }
}

package io.directpeering.provisioning.allocation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.backends.ServiceBackends;
import io.directpeering.provisioning.router.Family;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Pools of these tests are none of the catalogue's.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "provisioning"))
class SessionPrefixIT {

    private static final UUID MARK = UUID.fromString("00000000-0000-4000-8000-00000000f7ee");

    @AfterEach
    void frees() {
        QuarkusTransaction.requiringNew()
                .run(() -> SessionPrefix.delete(
                        "session.connectionId in ?1", connections(8).toList()));
    }

    static Stream<Arguments> pools() {
        return Stream.of(
                arguments("100.64.77.0/24", List.of(), Optional.of("100.64.77.0/31")),
                // What others freed comes first.
                arguments("100.64.77.0/24", List.of("100.64.77.0/31", "100.64.77.4/31"), Optional.of("100.64.77.2/31")),
                arguments("100.64.77.0/24", List.of("100.64.77.2/31"), Optional.of("100.64.77.0/31")),
                // A peer may bring a wider one.
                arguments("100.64.77.0/24", List.of("100.64.77.0/30"), Optional.of("100.64.77.4/31")),
                arguments("100.64.77.128/30", List.of("100.64.77.128/31"), Optional.of("100.64.77.130/31")),
                arguments("100.64.77.128/30", List.of("100.64.77.128/31", "100.64.77.130/31"), Optional.empty()),
                arguments("100.64.77.128/31", List.of("100.64.77.128/30"), Optional.empty()),
                // What is in use elsewhere does not matter.
                arguments("100.64.77.0/24", List.of("100.64.78.0/31"), Optional.of("100.64.77.0/31")),
                arguments("2001:db8:f7ee::/64", List.of(), Optional.of("2001:db8:f7ee::/127")),
                arguments("2001:db8:f7ee::/64", List.of("2001:db8:f7ee::/127"), Optional.of("2001:db8:f7ee::2/127")),
                arguments(
                        "2001:db8:f7ee::/64",
                        List.of("2001:db8:f7ee::/126", "2001:db8:f7ee::6/127"),
                        Optional.of("2001:db8:f7ee::4/127")));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void theLowestThatIsFreeIsFound(String pool, List<String> used, Optional<String> expected) {
        // Given
        QuarkusTransaction.requiringNew().run(() -> use(used));

        // When
        var free = QuarkusTransaction.requiringNew().call(() -> SessionPrefix.lowestFree(pool, family(pool)));

        // Then
        assertThat(free).isEqualTo(expected);
    }

    private static Family family(String prefix) {
        return prefix.contains(":") ? Family.IPV6 : Family.IPV4;
    }

    private static void use(List<String> prefixes) {
        var connections = connections(prefixes.size()).toList();
        for (int i = 0; i < prefixes.size(); i++) {
            SessionPrefix.of(connections.get(i), SessionNet.of(prefixes.get(i))).persist();
        }
    }

    private static Stream<UUID> connections(int number) {
        return Stream.iterate(0L, i -> i + 1)
                .limit(number)
                .map(i -> new UUID(MARK.getMostSignificantBits(), MARK.getLeastSignificantBits() + i));
    }
}

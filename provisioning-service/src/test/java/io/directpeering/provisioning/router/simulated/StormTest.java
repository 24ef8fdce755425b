package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.provisioning.router.BgpState;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.ImportFilter;
import io.directpeering.provisioning.router.Policy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StormTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Storm storm = new Storm(() -> NOW);

    @Test
    void flapsSessionsInTurnAtTheWantedPaceAndLeavesNothingBehind() {
        // Given
        var one = sessions();
        var other = sessions();
        var states = new ArrayList<BgpState>();

        // When
        storm.rage(
                List.of(one, other),
                400,
                Duration.ofSeconds(2),
                row -> storm.sessionsOf(row.connectionId())
                        .ifPresent(now -> states.add(now.getFirst().fsm().state())));

        // Then
        assertThat(states).hasSizeBetween(300, 420);
        assertThat(states.subList(0, 4))
                .containsExactly(BgpState.IDLE, BgpState.IDLE, BgpState.ESTABLISHED, BgpState.ESTABLISHED);
        assertThat(storm.sessionsOf(one.getFirst().connectionId())).isEmpty();
    }

    private static List<SessionRow> sessions() {
        var connectionId = UUID.randomUUID();
        var up = new Fsm(BgpState.ESTABLISHED, null, 64_000L, 0, NOW, null);
        return Stream.of(Family.values())
                .map(family -> new SessionRow(
                        connectionId,
                        family,
                        "fra1-edge1",
                        "198.51.100.0",
                        64_000,
                        100,
                        "hash",
                        "",
                        new ImportFilter.Anything(),
                        Policy.OPEN,
                        up))
                .toList();
    }
}

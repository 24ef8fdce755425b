package io.directpeering.request.topology.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.DriftKind;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.RoutePolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.directpeering.events.BgpSessionState.Established;
import static io.directpeering.events.BgpSessionState.Idle;
import static io.directpeering.events.RoutePolicy.Allow;
import static io.directpeering.events.RoutePolicy.DenyAll;
import static io.directpeering.events.RoutePolicy.Drain;
import static io.directpeering.events.RoutePolicy.NoSession;
import static org.assertj.core.api.Assertions.assertThat;

class DriftsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final UUID CONNECTION = new UUID(2, 1);

    @Test
    void asIntendedIsNoDrift() {
        // When, Then
        assertThat(drifts(open(), seen(Established, Allow, 100, null))).isEmpty();
        assertThat(drifts(none(), seen(Idle, NoSession, 0, null))).isEmpty();
        assertThat(drifts(maintained(), seen(Idle, DenyAll, 0, "closed"))).isEmpty();
        assertThat(drifts(none(), null)).isEmpty();
    }

    @Test
    void everyDifferenceHasItsName() {
        // When, Then
        assertThat(drifts(open(), seen(Idle, Allow, 0, "hold timer expired"))).containsOnly(DriftKind.SessionDown);
        assertThat(drifts(open(), seen(Established, DenyAll, 20, null))).containsOnly(DriftKind.PolicyDiffers);
        assertThat(drifts(open(), seen(Established, Allow, 101, null))).containsOnly(DriftKind.PrefixLimitExceeded);
        assertThat(drifts(open(), seen(Idle, NoSession, 0, null))).containsOnly(DriftKind.SessionMissing);
        assertThat(drifts(none(), seen(Established, DenyAll, 0, null))).containsOnly(DriftKind.SessionUnexpected);
        assertThat(drifts(maintained(), seen(Established, Allow, 20, null))).containsOnly(DriftKind.PolicyDiffers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maximum of 100 prefixes exceeded",
                "Maximum Number of Prefixes Reached",
                "Received: Maximum number of prefixes reached",
                "Error: Route limit exceeded"
            })
    void sessionTornDownForTooManyPrefixesIsToldApart(String lastError) {
        // When, Then
        assertThat(drifts(open(), seen(Idle, Allow, 0, lastError)))
                .containsOnly(DriftKind.SessionDown, DriftKind.PrefixLimitExceeded);
    }

    @Test
    void silenceIsADriftWhereLooksAreExpected() {
        // Given
        var old = seen(Established, Allow, 20, null, NOW.minus(Duration.ofMinutes(3)));
        var gone = seen(Idle, NoSession, 0, null, NOW.minus(Duration.ofMinutes(3)));

        // When, Then
        assertThat(drifts(open(), old)).containsOnly(DriftKind.Stale);
        assertThat(drifts(open(), null)).containsOnly(DriftKind.Stale);
        assertThat(drifts(adopted(), null)).isEmpty();
        assertThat(drifts(open(), gone)).containsOnly(DriftKind.SessionMissing);
    }

    private static Set<DriftKind> drifts(Intention intended, @Nullable BgpSessionObserved seen) {
        return Drifts.of(intended, seen, NOW, Duration.ofMinutes(3));
    }

    private static Intention open() {
        return intention(Wanted.Established, Set.of(Allow), true);
    }

    private static Intention adopted() {
        return intention(Wanted.Established, Set.of(Allow), false);
    }

    private static Intention maintained() {
        return intention(Wanted.MayStand, Set.of(Drain, DenyAll), true);
    }

    private static Intention none() {
        return intention(Wanted.NoSession, Set.of(NoSession), true);
    }

    private static Intention intention(Wanted wanted, Set<RoutePolicy> policies, boolean expected) {
        return new Intention(
                CONNECTION,
                AddressFamily.IPv4,
                wanted,
                policies,
                policies.iterator().next(),
                100,
                expected,
                true,
                NOW.minus(Duration.ofHours(1)));
    }

    private static BgpSessionObserved seen(
            BgpSessionState state, RoutePolicy policy, int received, @Nullable String lastError) {
        return seen(state, policy, received, lastError, NOW.minusSeconds(5));
    }

    private static BgpSessionObserved seen(
            BgpSessionState state, RoutePolicy policy, int received, @Nullable String lastError, Instant at) {
        var metadata = EventMetadata.newBuilder()
                .setEventId(new UUID(5, 5))
                .setPeeringId(new UUID(1, 1))
                .setConnectionId(CONNECTION)
                .setOccurredAt(at)
                .setStatedBy("provisioning-service")
                .setActor("provisioning-service")
                .build();
        return new BgpSessionObserved(
                metadata, AddressFamily.IPv4, state, policy, "fra1-edge1", received, 0, 0, 0, null, lastError);
    }
}

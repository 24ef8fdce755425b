package io.directpeering.provisioning.router;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What the rest of the service relies on, whatever the router. Each driver runs it on routers of its kind.
public abstract class RouterContract {

    private static final FamilySpec V4 = new FamilySpec(Family.IPV4, "198.51.100.0", "198.51.100.1", 31, 1000);
    private static final FamilySpec V6 = new FamilySpec(Family.IPV6, "2001:db8::", "2001:db8::1", 127, 100);

    protected final UUID connection = UUID.randomUUID();
    protected final SessionSpec spec = spec(V4, V6);

    protected abstract Router router();

    /// A port that the router has.
    protected abstract String port();

    /// The way to the router breaks after this step of the next change.
    protected abstract void breakAfterStep(int step);

    protected abstract void cutOff();

    protected abstract void mend();

    /// Lets enough time pass for sessions to establish.
    protected abstract void letTimePass(Duration time);

    @Test
    void establishesUnderDenyAllAndLetsNothingThrough() {
        // When
        var answer = router().apply(spec, Policy.DENY_ALL);
        letTimePass(Duration.ofSeconds(5));

        // Then
        assertThat(answer).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), true)));
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
        assertThat(sighting().sessions()).hasSize(2).allSatisfy(session -> {
            assertThat(session.state()).isEqualTo(BgpState.ESTABLISHED);
            assertThat(session.remoteAsn()).isEqualTo(spec.peerAsn());
            assertThat(session.prefixesReceived()).isPositive();
            assertThat(session.prefixesAccepted()).isZero();
            assertThat(session.prefixesAdvertised()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENY_ALL", "OPEN", "DRAIN"})
    void applyingTwiceIsApplyingOnce(Policy policy) {
        // Given
        router().apply(spec, policy);
        letTimePass(Duration.ofSeconds(5));
        var before = sighting();

        // When
        var again = router().apply(spec, policy);

        // Then
        assertThat(again).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), false)));
        assertThat(sighting()).isEqualTo(before);
    }

    @Test
    void liftsDenyAllWithoutAFlap() {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        letTimePass(Duration.ofSeconds(5));
        var since = sighting().sessions().getFirst().establishedAt();

        // When
        router().apply(spec, Policy.OPEN);

        // Then
        assertThat(sighting().policy()).isEqualTo(Policy.OPEN);
        assertThat(sighting().sessions()).allSatisfy(session -> {
            assertThat(session.establishedAt()).isEqualTo(since);
            assertThat(session.flaps()).isZero();
            assertThat(session.prefixesAccepted()).isEqualTo(session.prefixesReceived());
            assertThat(session.prefixesAdvertised()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aBreakAtAnyStepOfTheFirstChangeLeavesDenyAllOrNothing(int step) {
        // Given
        breakAfterStep(step);

        // When
        router().apply(spec, Policy.DENY_ALL);

        // Then
        assertThat(found().stream().toList())
                .allSatisfy(sighting -> assertThat(sighting.policy()).isEqualTo(Policy.DENY_ALL));
        comesToSpec(spec, Policy.DENY_ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aBreakWhileTheSpecificationChangesNeverLeavesItOpenHalfWay(int step) {
        // Given
        router().apply(spec, Policy.OPEN);
        var next = spec(V4, new FamilySpec(Family.IPV6, "2001:db8::2", "2001:db8::3", 127, 50));
        breakAfterStep(step);

        // When
        var answer = router().apply(next, Policy.OPEN);

        // Then
        assertThat(found().stream().toList()).allSatisfy(sighting -> {
            if (answer instanceof Answer.Failed<?> && sighting.policy() == Policy.OPEN) {
                assertThat(sighting.specHash()).isIn(spec.hash(), next.hash());
                assertThat(sighting.sessions()).hasSize(2);
            }
        });
        comesToSpec(next, Policy.OPEN);
    }

    @Test
    void aBreakWhileOpeningIsUnknownUntilItIsObserved() {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        breakAfterStep(1);

        // When
        var answer = router().apply(spec, Policy.OPEN);

        // Then
        assertThat(answer).isInstanceOfAny(Answer.Unknown.class, Answer.PartiallyApplied.class);
        assertThat(router().observe(connection)).isInstanceOf(Answer.Done.class);
        comesToSpec(spec, Policy.OPEN);
    }

    @Test
    void allowIsNeverThereBeforeItIsOpened() {
        // Given
        router().apply(spec, Policy.DENY_ALL);

        // When
        for (int i = 0; i < 50; i++) {
            letTimePass(Duration.ofMillis(50));

            // Then
            assertThat(sighting().sessions())
                    .allSatisfy(session -> assertThat(session.prefixesAccepted() + session.prefixesAdvertised())
                            .isZero());
        }
    }

    @Test
    void aBadSpecificationIsRefusedWholeAndRunningSessionsGoOn() {
        // Given
        router().apply(spec, Policy.OPEN);
        letTimePass(Duration.ofSeconds(5));
        var before = sighting();
        var bad =
                new SessionSpec(connection, "no-such-port", 64_500, 64_000, new Authentication.None(), List.of(V4, V6));

        // When
        var answer = router().apply(bad, Policy.OPEN);

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("no-such-port"));
        assertThat(sighting()).isEqualTo(before);
    }

    @Test
    void anUnreachableRouterIsAsItWas() {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        cutOff();

        // When
        var applied = router().apply(spec, Policy.OPEN);
        var observed = router().observe(connection);
        var removed = router().remove(connection);
        mend();

        // Then
        assertThat(List.of(applied, observed, removed))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Unreachable.class));
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
    }

    @Test
    void removalLeavesNothing() {
        // Given
        router().apply(spec, Policy.OPEN);

        // When
        var first = router().remove(connection);
        var second = router().remove(connection);

        // Then
        assertThat(first).isEqualTo(new Answer.Done<>(true));
        assertThat(second).isEqualTo(new Answer.Done<>(false));
        assertThat(found()).isEmpty();
        assertThat(router().observe())
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        all -> assertThat((List<?>) all.value())
                                .noneMatch(other ->
                                        ((Sighting) other).connectionId().equals(connection)));
    }

    @Test
    void pingsOverTheWire() {
        // Given
        router().apply(spec, Policy.DENY_ALL);

        // When
        var answer = router().linkTest(spec, 5);

        // Then
        if (router().capabilities().contains(Capability.LINK_TEST)) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Done.class,
                            done -> assertThat(((LinkTestResult) done.value()).packetsReceived())
                                    .isEqualTo(5));
        }
    }

    private void comesToSpec(SessionSpec wanted, Policy policy) {
        assertThat(router().apply(wanted, policy)).isInstanceOf(Answer.Done.class);
        assertThat(sighting().specHash()).isEqualTo(wanted.hash());
        assertThat(sighting().policy()).isEqualTo(policy);
        assertThat(sighting().sessions()).hasSize(wanted.families().size());
    }

    private SessionSpec spec(FamilySpec... families) {
        return new SessionSpec(connection, port(), 64_500, 64_000, new Authentication.None(), List.of(families));
    }

    protected final Optional<Sighting> found() {
        return switch (router().observe(connection)) {
            case Answer.Done(var sighting) -> sighting;
            case Answer.Failed<?> failed -> throw new AssertionError(failed.reason());
        };
    }

    protected final Sighting sighting() {
        return found().orElseThrow();
    }
}

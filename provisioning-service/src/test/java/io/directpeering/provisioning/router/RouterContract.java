package io.directpeering.provisioning.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What the rest of the service relies on, whatever the router. Each driver runs it on routers of its kind.
public abstract class RouterContract extends FilterContract {

    @Test
    void establishesUnderDenyAllAndLetsNothingThrough() {
        // When
        var answer = router().apply(spec, Policy.DENY_ALL);

        // Then
        assertThat(answer).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), true)));
        eventually(seen -> assertThat(seen.sessions()).hasSize(2).allSatisfy(session -> {
            assertThat(session.state()).isEqualTo(BgpState.ESTABLISHED);
            assertThat(session.remoteAsn()).isEqualTo(spec.peerAsn());
            assertThat(session.prefixesReceived()).isPositive();
        }));
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
        assertThat(sighting().sessions()).allSatisfy(RouterUnderTest::letsNothingThrough);
        assertThat(everHeardByPeer()).isIn(Optional.empty(), Optional.of(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENY_ALL", "OPEN", "DRAIN"})
    void applyingTwiceIsApplyingOnce(Policy policy) {
        // Given
        router().apply(spec, policy);
        establishes();
        settles();
        var before = sighting();

        // When
        var again = router().apply(spec, policy);

        // Then
        assertThat(again).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), false)));
        assertThat(sighting()).isEqualTo(before);
    }

    @Test
    void liftsDenyAllAndPutsItBackWithoutAFlap() {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        establishes();
        var since = established();
        var flaps = flaps();

        // When
        var opened = router().apply(spec, Policy.OPEN);

        // Then
        assertThat(opened).isInstanceOf(Answer.Done.class);
        assertThat(sighting().policy()).isEqualTo(Policy.OPEN);
        eventually(seen -> assertThat(seen.sessions()).allSatisfy(session -> {
            assertThat(session.prefixesReceived()).isPositive();
            assertThat(session.prefixesAccepted()).isEqualTo(session.prefixesReceived());
            assertThat(session.prefixesAdvertised()).isPositive();
        }));

        // When
        var denied = router().apply(spec, Policy.DENY_ALL);

        // Then
        assertThat(denied).isInstanceOf(Answer.Done.class);
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
        assertThat(sighting().sessions()).allSatisfy(RouterUnderTest::letsNothingThrough);
        assertThat(established()).isEqualTo(since);
        assertThat(flaps()).isEqualTo(flaps);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aDeathAtAnyStepOfTheFirstChangeLeavesDenyAllOrNothing(int step) {
        // When
        dying(() -> dyingAfter(step).apply(spec, Policy.DENY_ALL));

        // Then
        assertThat(found().stream().toList()).allSatisfy(sighting -> {
            assertThat(sighting.policy()).isEqualTo(Policy.DENY_ALL);
            assertThat(sighting.sessions()).allSatisfy(RouterUnderTest::letsNothingThrough);
        });
        comesToSpec(spec, Policy.DENY_ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aDeathWhileTheSpecificationChangesNeverLeavesItOpenHalfWay(int step) {
        // Given
        router().apply(spec, Policy.OPEN);
        var next = spec(V4, new FamilySpec(Family.IPV6, "2001:db8::2", "2001:db8::3", 127, 50));

        // When
        dying(() -> dyingAfter(step).apply(next, Policy.OPEN));

        // Then
        assertThat(found().stream().toList()).allSatisfy(sighting -> {
            if (sighting.policy() == Policy.OPEN) {
                assertThat(sighting.specHash()).isIn(spec.hash(), next.hash());
                assertThat(sighting.sessions()).hasSize(2);
            }
        });
        comesToSpec(next, Policy.OPEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aDeathWhileOpeningIsSeenAndIsTakenBack(int step) {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        establishes();
        var since = established();

        // When
        dying(() -> dyingAfter(step).apply(spec, Policy.OPEN));

        // Then
        comesToSpec(spec, Policy.DENY_ALL);
        restart();
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
        assertThat(since).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aDeathWhileRemovingIsFinishedByTheNext(int step) {
        // Given
        router().apply(spec, Policy.DENY_ALL);

        // When
        dying(() -> dyingAfter(step).remove(connection));
        router().remove(connection);

        // Then
        assertThat(found()).isEmpty();
        assertThat(inItsOwnWords()).doesNotContain(connection.toString()).doesNotContain("198.51.100.1");
    }

    @Test
    void allowIsNeverThereBeforeItIsOpened() {
        // When
        router().apply(spec, Policy.DENY_ALL);

        // Then
        for (int i = 0; i < 40; i++) {
            letTimePass(STEP);
            assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
            assertThat(sighting().sessions()).allSatisfy(RouterUnderTest::letsNothingThrough);
        }
        establishes();
        assertThat(everHeardByPeer()).isIn(Optional.empty(), Optional.of(0));
    }

    @Test
    void aBadSpecificationIsRefusedWholeAndRunningSessionsGoOn() {
        // Given
        router().apply(spec, Policy.OPEN);
        establishes();
        settles();
        var before = sighting();
        var bad =
                new SessionSpec(connection, "no-such-port", 64_500, 64_000, new Authentication.None(), List.of(V4, V6));
        var empty = new SessionSpec(connection, port(), 64_500, 64_000, new Authentication.None(), List.of());

        // When
        var answer = router().apply(bad, Policy.OPEN);
        var another = router().apply(empty, Policy.OPEN);

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("no-such-port"));
        assertThat(another).isInstanceOf(Answer.Rejected.class);
        assertThat(sighting()).isEqualTo(before);
    }

    @Test
    void anUnreachableRouterIsAsItWas() {
        // Given
        router().apply(spec, Policy.DENY_ALL);
        cutOff();

        // When
        var answers = new ArrayList<Answer<?>>();
        try {
            answers.add(router().apply(spec, Policy.OPEN));
            answers.add(router().observe(connection));
            answers.add(router().remove(connection));
        } finally {
            mend();
        }

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Unreachable.class));
        assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENY_ALL", "OPEN"})
    void aRestartChangesNothing(Policy policy) {
        // Given
        router().apply(spec, policy);
        establishes();

        // When
        restart();

        // Then
        assertThat(router().apply(spec, policy)).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), false)));
        assertThat(sighting().policy()).isEqualTo(policy);
        establishes();
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
        assertThat(everything()).extracting(Sighting::connectionId).doesNotContain(connection);
        assertThat(inItsOwnWords()).doesNotContain(connection.toString()).doesNotContain("198.51.100.1");
    }

    @Test
    void oneLookAtEverythingShowsWhatALookAtOneShows() {
        // Given
        router().apply(spec, Policy.OPEN);
        establishes();
        settles();

        // When
        var all = everything();

        // Then
        assertThat(all)
                .filteredOn(each -> each.connectionId().equals(connection))
                .containsExactly(sighting());
    }

    @Test
    void pingsOverTheWire() {
        // When
        var answer = router().linkTest(spec, 5);

        // Then
        if (router().capabilities().contains(Capability.LINK_TEST)) {
            assertThat(answer).isInstanceOfSatisfying(Answer.Done.class, done -> {
                var result = (LinkTestResult) done.value();
                assertThat(result.packetsReceived()).isEqualTo(5);
                assertThat(result.roundTripMs()).isPositive();
            });
        } else {
            assertThat(answer).isInstanceOf(Answer.Rejected.class);
        }
    }
}

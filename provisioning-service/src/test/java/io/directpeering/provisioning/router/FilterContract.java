package io.directpeering.provisioning.router;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.provisioning.router.ImportFilter.Anything;
import io.directpeering.provisioning.router.ImportFilter.Listed;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Import filters: they change what is taken of a peer's routes, and nothing else. The peer announces twenty prefixes
/// from 203.0.113.8/29 on, and five from 2001:db8:1:1::/64 on.
public abstract class FilterContract extends RouterUnderTest {

    private static final int ALL_V4 = 20;
    private static final int ALL_V6 = 5;

    private static final ImportFilter SEVEN = new Listed(List.of(new PrefixRange("203.0.113.0/26", 29)));
    private static final ImportFilter EIGHT =
            new Listed(List.of(new PrefixRange("203.0.113.64/26", 29), new PrefixRange("203.0.112.0/24", 24)));
    private static final ImportFilter TWO_V6 =
            new Listed(List.of(new PrefixRange("2001:db8:1:2::/64", 64), new PrefixRange("2001:db8:1:4::/63", 64)));
    private static final ImportFilter NOTHING = new Listed(List.of());

    @Test
    void aChangedFilterTakesEffectWithoutAReset() {
        // Given
        router().apply(filtered(SEVEN, new Anything()), Policy.OPEN);
        establishes();
        takes(7, ALL_V6);
        var since = established();
        var flaps = flaps();

        for (var next : List.of(
                new Step(filtered(EIGHT, TWO_V6), 8, 3),
                new Step(filtered(NOTHING, TWO_V6), 0, 3),
                new Step(filtered(SEVEN, NOTHING), 7, 0),
                new Step(filtered(new Anything(), new Anything()), ALL_V4, ALL_V6),
                new Step(filtered(EIGHT, NOTHING), 8, 0))) {
            // When
            var changed = router().apply(next.spec(), Policy.OPEN);

            // Then
            assertThat(changed).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), true)));
            takes(next.v4(), next.v6());
            assertThat(sighting().filterHash()).isEqualTo(next.spec().filterHash());
            assertThat(router().apply(next.spec(), Policy.OPEN))
                    .isEqualTo(new Answer.Done<>(new Applied(spec.hash(), false)));
        }
        assertThat(established()).isEqualTo(since);
        assertThat(flaps()).isEqualTo(flaps);
    }

    private record Step(SessionSpec spec, int v4, int v6) {}

    @Test
    void aFilterThatChangesUnderDenyAllLetsNothingThrough() {
        // Given
        router().apply(filtered(SEVEN, TWO_V6), Policy.DENY_ALL);
        establishes();
        var since = established();

        // When
        var changed = router().apply(filtered(new Anything(), NOTHING), Policy.DENY_ALL);

        // Then
        assertThat(changed).isEqualTo(new Answer.Done<>(new Applied(spec.hash(), true)));
        for (int i = 0; i < 10; i++) {
            letTimePass(STEP);
            assertThat(sighting().policy()).isEqualTo(Policy.DENY_ALL);
            assertThat(sighting().sessions()).allSatisfy(RouterUnderTest::letsNothingThrough);
        }
        assertThat(everHeardByPeer().orElse(0)).isZero();
        assertThat(established()).isEqualTo(since);
    }

    @Test
    void whoDrainsGoesOnDrainingUnderAnotherFilter() {
        // Given
        router().apply(filtered(SEVEN, TWO_V6), Policy.DRAIN);
        establishes();
        takes(7, 3);
        var since = established();

        // When
        router().apply(filtered(EIGHT, TWO_V6), Policy.DRAIN);

        // Then
        takes(8, 3);
        assertThat(sighting().policy()).isEqualTo(Policy.DRAIN);
        assertThat(established()).isEqualTo(since);
    }

    @Test
    void closesAndChangesTheFilterAtOnceAndOpensAgain() {
        // Given
        router().apply(filtered(SEVEN, TWO_V6), Policy.OPEN);
        establishes();
        takes(7, 3);
        var since = established();

        // When
        router().apply(filtered(EIGHT, TWO_V6), Policy.DENY_ALL);

        // Then
        assertThat(sighting().sessions()).allSatisfy(RouterUnderTest::letsNothingThrough);

        // When
        router().apply(filtered(SEVEN, NOTHING), Policy.OPEN);

        // Then
        takes(7, 0);
        assertThat(established()).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aDeathWhileTheFilterChangesNeverTakesEverything(int step) {
        // Given
        router().apply(filtered(SEVEN, TWO_V6), Policy.OPEN);
        establishes();
        takes(7, 3);
        List<@Nullable Instant> since = established();

        // When
        dying(() -> dyingAfter(step).apply(filtered(EIGHT, TWO_V6), Policy.OPEN));

        // Then
        var taken = new ArrayList<Integer>();
        for (int i = 0; i < 10; i++) {
            letTimePass(STEP);
            taken.add(sighting().sessions().getFirst().prefixesAccepted());
        }
        assertThat(taken).allMatch(count -> count < ALL_V4).last().isIn(0, 7, 8);
        comesToSpec(filtered(EIGHT, TWO_V6), Policy.OPEN);
        takes(8, 3);
        assertThat(established()).isEqualTo(since);
    }

    @Test
    void aRestartKeepsTheFilter() {
        // Given
        router().apply(filtered(SEVEN, TWO_V6), Policy.OPEN);
        router().apply(filtered(EIGHT, TWO_V6), Policy.OPEN);
        establishes();

        // When
        restart();

        // Then
        establishes();
        takes(8, 3);
        assertThat(router().apply(filtered(EIGHT, TWO_V6), Policy.OPEN))
                .isEqualTo(new Answer.Done<>(new Applied(spec.hash(), false)));
    }

    /// Long enough to go to a router in several pieces.
    @Test
    void aLongListIsTakenAndExchanged() {
        // Given
        var ranges = new ArrayList<PrefixRange>();
        for (int i = 0; i < 250; i++) {
            ranges.add(new PrefixRange("20.%d.%d.0/24".formatted(i / 256, i % 256), 24));
        }
        router().apply(filtered(new Listed(ranges), new Anything()), Policy.OPEN);
        establishes();
        takes(0, ALL_V6);
        var since = established();

        // When
        ranges.removeLast();
        ranges.add(new PrefixRange("203.0.113.0/26", 29));
        router().apply(filtered(new Listed(ranges), new Anything()), Policy.OPEN);

        // Then
        takes(7, ALL_V6);
        assertThat(established()).isEqualTo(since);
    }

    private void takes(int v4, int v6) {
        eventually(seen -> {
            assertThat(seen.sessions().getFirst().prefixesAccepted()).isEqualTo(v4);
            assertThat(seen.sessions().getLast().prefixesAccepted()).isEqualTo(v6);
            assertThat(seen.sessions().getFirst().prefixesReceived()).isEqualTo(ALL_V4);
            assertThat(seen.sessions().getLast().prefixesReceived()).isEqualTo(ALL_V6);
        });
        letTimePass(Duration.ofMillis(100));
    }

    private SessionSpec filtered(ImportFilter v4, ImportFilter v6) {
        return spec(with(V4, v4), with(V6, v6));
    }

    private static FamilySpec with(FamilySpec family, ImportFilter accepts) {
        return new FamilySpec(
                family.family(),
                family.peerAddress(),
                family.operatorAddress(),
                family.prefixLength(),
                family.maxPrefix(),
                accepts);
    }
}

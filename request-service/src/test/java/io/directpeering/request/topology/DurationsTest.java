package io.directpeering.request.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.directpeering.request.topology.history.Durations;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DurationsTest {

    private static final long TEN_YEARS_MS = 315_576_000_000L;

    /// 1 %, and half a millisecond of rounding.
    @Property(tries = 300, seed = "20261128")
    void percentileIsOffByNoMoreThanOneInAHundred(
            @ForAll("durations") List<Long> millis, @ForAll @IntRange(min = 1, max = 100) int percent) {
        var durations = new Durations();
        millis.forEach(it -> durations.add(Durations.bucket(it), 1));
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);

        var exact = sorted.get((int) Math.max(1, Math.ceil(sorted.size() * percent / 100.0)) - 1);

        assertThat((double) durations.percentile(percent)).isCloseTo(exact, within(exact * 0.01 + 0.5));
    }

    @Property(tries = 100, seed = "20261128")
    void partsAddUp(@ForAll("durations") List<Long> some, @ForAll("durations") List<Long> others) {
        var parts = new Durations();
        for (var part : List.of(some, others)) {
            var each = new Durations();
            part.forEach(it -> each.add(Durations.bucket(it), 1));
            each.counts().forEach(parts::add);
        }
        var whole = new Durations();
        some.forEach(it -> whole.add(Durations.bucket(it), 1));
        others.forEach(it -> whole.add(Durations.bucket(it), 1));

        assertThat(parts.counts()).isEqualTo(whole.counts());
        assertThat(parts.count()).isEqualTo(some.size() + others.size());
    }

    @Provide
    Arbitrary<List<Long>> durations() {
        return Arbitraries.longs().between(0, TEN_YEARS_MS).list().ofMinSize(1).ofMaxSize(200);
    }

    @Test
    void whatTookNoTimeTookNoTime() {
        // Given
        var durations = new Durations();
        durations.add(Durations.bucket(0), 3);
        durations.add(Durations.bucket(3_600_000), 1);

        // When, Then
        assertThat(durations.percentile(75)).isZero();
        assertThat(durations.percentile(100)).isCloseTo(3_600_000, Percentage.withPercentage(1));
    }

    @Test
    void nothingHasNoPercentile() {
        assertThatThrownBy(() -> new Durations().percentile(50)).isInstanceOf(IllegalStateException.class);
    }
}

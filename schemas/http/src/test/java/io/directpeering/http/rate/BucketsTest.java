package io.directpeering.http.rate;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BucketsTest {

    @Test
    void whoAsksTooMuchIsToldToWait() {
        // Given
        var buckets = new Buckets(1, 5);
        var begun = System.nanoTime();

        // When
        var waits = IntStream.range(0, 100).mapToObj(_ -> buckets.take("anna")).toList();
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();

        // Then
        assertThat(waits.subList(0, 5)).allMatch(Duration::isZero);
        assertThat(waits).filteredOn(Duration::isZero).hasSizeLessThanOrEqualTo(5 + (int) seconds + 1);
        assertThat(waits)
                .filteredOn(Duration::isPositive)
                .isNotEmpty()
                .allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) <= 0);
    }

    @Test
    void nobodyPaysForAnother() {
        // Given
        var buckets = new Buckets(1, 1);
        buckets.take("anna");
        buckets.take("anna");

        // When
        var wait = buckets.take("otto");

        // Then
        assertThat(wait).isZero();
    }
}

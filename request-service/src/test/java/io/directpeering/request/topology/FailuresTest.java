package io.directpeering.request.topology;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTest {

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final Failures failures = new Failures(() -> now);

    @Test
    void oneIsGotOver() {
        // Given
        fail(1, Duration.ofSeconds(1));

        // When
        var again = failures.again();

        // Then
        assertThat(again).isEmpty();
        assertThat(failures.cause()).isEqualTo("java.lang.IllegalStateException: 1");
    }

    @Test
    void twoWithinAMinuteAreSaidWithTheirCauseUntilTheMinuteIsOver() {
        // Given
        fail(2, Duration.ofSeconds(12));
        assertThat(failures.again())
                .contains("It failed twice within a minute, the last time by java.lang.IllegalStateException: 2");

        // When
        now = now.plus(Duration.ofSeconds(36));

        // Then
        assertThat(failures.again()).isEmpty();
    }

    @Test
    void nowAndThenIsNoTrouble() {
        // Given
        fail(6, Duration.ofSeconds(61));

        // When
        var again = failures.again();

        // Then
        assertThat(again).isEmpty();
    }

    private void fail(int times, Duration apart) {
        for (int time = 1; time <= times; time++) {
            failures.add(new RuntimeException("wrapped", new IllegalStateException(String.valueOf(time))));
            now = now.plus(apart);
        }
    }
}

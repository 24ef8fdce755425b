package io.directpeering.notification.delivery;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryingTest {

    private record Pauses(Duration firstPause, Duration longestPause, Duration giveUpAfter, Duration lease)
            implements Retrying {}

    @ParameterizedTest
    @CsvSource({"1,2", "2,4", "3,8", "8,256", "9,300", "1000,300"})
    void thePauseDoublesUpToTheLongest(int attempts, int seconds) {
        // Given
        var retrying =
                new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofDays(5), Duration.ofMinutes(1));
        // When
        var pause = retrying.pauseAfter(attempts);
        // Then
        assertThat(pause).isEqualTo(Duration.ofSeconds(seconds));
    }
}

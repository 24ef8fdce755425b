package io.directpeering.request.outbox;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void theFirstCallIsDueAndThenEachFifth() {
        assertThat(IntStream.range(0, 11).filter(_ -> pace.isDue())).containsExactly(0, 5, 10);
    }

    @Test
    void theCallAfterAWakeIsDue() {
        // Given
        pace.isDue();
        pace.isDue();

        // When
        pace.wake();

        // Then
        assertThat(IntStream.range(0, 6).filter(_ -> pace.isDue())).containsExactly(0, 5);
    }
}

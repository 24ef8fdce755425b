package io.directpeering.request.topology.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import io.directpeering.request.topology.TestDeadlines;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What does not need a clock; that each deadline is stated in its time is `OverdueTest`.
class DeadlinesTest {

    @Test
    void periodOfNothingIsRefusedByName() {
        // Given
        var settings = TestDeadlines.byDefault().review(Duration.ZERO);

        // When, Then
        assertThatThrownBy(() -> new Deadlines(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("peering.deadlines.pending-approval is PT0S: it must be longer than nothing.");
    }

    @Test
    void momentsSortByTimeAsBytes() {
        // Given
        var early = new Due(Instant.parse("2026-11-01T10:00:00Z"), new UUID(-1, -1));
        var late = new Due(Instant.parse("2031-11-01T10:00:00Z"), new UUID(0, 1));

        // When
        var first = bytes(early);
        var second = bytes(late);

        // Then
        assertThat(Arrays.compareUnsigned(first, second)).isNegative();
        assertThat(Arrays.compareUnsigned(bytes(Due.first(early.at())), first)).isNegative();
        assertThat(bytes(Due.last(early.at()))).isEqualTo(first);
        assertThat(Due.SERDE.deserializer().deserialize("any", second)).isEqualTo(late);
    }

    private static byte[] bytes(Due due) {
        return Due.SERDE.serializer().serialize("any", due);
    }
}

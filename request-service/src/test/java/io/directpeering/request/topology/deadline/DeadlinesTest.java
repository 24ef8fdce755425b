package io.directpeering.request.topology.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import io.directpeering.request.topology.TestDeadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What does not need a clock; that each deadline is stated in its time is `OverdueTest`.
class DeadlinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "P4000D", "P999999999D"})
    void periodOfNothingOrWithoutEndIsRefusedByName(Duration period) {
        // Given
        var settings = TestDeadlines.byDefault().review(period);

        // When, Then
        assertThatThrownBy(() -> new Deadlines(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("peering.deadlines.pending-approval is " + period
                        + ": it must be longer than nothing and no longer than ten years.");
    }

    @Test
    void momentBeforeTheEpochComesFirstAndNotLast() {
        // Given
        var ancient = new Due(Instant.parse("1900-01-01T00:00:00Z"), new UUID(7, 7));
        var today = new Due(Instant.parse("2026-11-01T10:00:00Z"), new UUID(7, 7));

        // When
        var order = Arrays.compareUnsigned(bytes(ancient), bytes(today));

        // Then
        assertThat(order).isNegative();
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

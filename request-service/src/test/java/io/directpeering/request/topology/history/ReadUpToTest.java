package io.directpeering.request.topology.history;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.directpeering.request.topology.history.ReadUpTo.Reached;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadUpToTest {

    private static final Instant AT = Instant.parse("2026-11-01T10:30:00Z");
    private static final TopicPartition ONE = new TopicPartition("one", 0);
    private static final TopicPartition OTHER = new TopicPartition("other", 0);

    private final ReadUpTo readUpTo = new ReadUpTo(Set.of("one", "other"), Optional::empty);

    @Test
    void isNothingBeforeBothTopicsAreReadToAnEnd() {
        // When
        readUpTo.begin().measured(ONE, AT, 10, 10);
        var withoutTheOther = readUpTo.of(0);
        readUpTo.begin().measured(OTHER, AT, 5, 4);

        // Then
        assertThat(withoutTheOther).isEmpty();
        assertThat(readUpTo.of(0)).isEmpty();
        assertThat(readUpTo.isCaughtUp()).isFalse();
    }

    @Test
    void isTheMomentWhoseEndIsCommittedNotTheLatestLook() {
        // Given
        readUpTo.begin().measured(ONE, AT, 10, 8);
        readUpTo.begin().measured(OTHER, AT, 5, 5);

        // When: more is written, and no more than the first end is committed
        readUpTo.begin().measured(ONE, AT.plusSeconds(1), 30, 10);
        readUpTo.begin().measured(OTHER, AT.plusSeconds(1), 5, 5);

        // Then
        assertThat(readUpTo.of(0)).contains(new Reached(AT, 20));
        assertThat(readUpTo.of(1)).isEmpty();
    }

    @Test
    void growsOlderWhileNothingIsCommitted() {
        // Given
        for (var each : Set.of(ONE, OTHER)) {
            readUpTo.begin().measured(each, AT, 0, -1);
        }

        // When
        for (int seconds = 1; seconds < 9; seconds++) {
            readUpTo.begin().measured(ONE, AT.plusSeconds(seconds), 2 * seconds, -1);
            readUpTo.begin().measured(OTHER, AT.plusSeconds(seconds), 0, -1);
        }

        // Then
        assertThat(readUpTo.of(0)).contains(new Reached(AT, 2));
    }
}

package io.directpeering.request.live;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTest {

    private final Slots slots = Slots.of(1, 1);
    private final Position begin = Position.of(slots, _ -> 100);
    private final Recent recent = new Recent(4, begin);

    @Test
    void givesWhatCameInOrder() throws InterruptedException {
        // Given
        adds(100, 102);

        // When
        var read = recent.read(recent.join(begin).orElseThrow(), 10, 0);

        // Then
        assertThat(offsets(read)).containsExactly(100L, 101L, 102L);
        assertThat(recent.end().next(0)).isEqualTo(103);
    }

    @Test
    void tellsWhoIsTooSlow() throws InterruptedException {
        // Given
        var joint = recent.join(begin).orElseThrow();
        adds(100, 106);

        // When
        var read = recent.read(joint, 10, 0);

        // Then
        assertThat(read).isEqualTo(new Recent.Read.Gone());
        assertThat(recent.join(begin)).isEmpty();
    }

    @Test
    void takesBackWhoHasReadTheLogAsFarAsItGoes() throws InterruptedException {
        // Given
        adds(100, 106);
        var caughtUp = Position.of(slots, _ -> 103);

        // When
        var read = recent.read(recent.join(caughtUp).orElseThrow(), 10, 0);

        // Then
        assertThat(offsets(read)).containsExactly(103L, 104L, 105L, 106L);
    }

    private void adds(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(offset -> {
            var reached = Position.of(slots, _ -> 100);
            reached.advance(0, offset + 1);
            recent.add(
                    List.of(new Told(0, offset, new UUID(0, offset), 3320L, null, "PeeringTransitioned", "{}")),
                    reached);
        });
    }

    private static List<Long> offsets(Recent.Read read) {
        return ((Recent.Read.Some) read).told().stream().map(Told::offset).toList();
    }
}

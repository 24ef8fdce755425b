package io.directpeering.request.live;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PositionTest {

    @Test
    void isReadBackFromItsText() {
        // Given
        var slots = Slots.of(12, 12);
        var position = Position.of(slots, partition -> partition.partition() * 1_000_003L);

        // When
        var read = Position.read(position.text(), slots).orElseThrow();

        // Then
        assertThat(read.text()).isEqualTo(position.text());
        assertThat(read.next(11)).isEqualTo(11_000_033);
        assertThat(position.text().length()).isLessThan(150);
    }

    @Test
    void readsPartitionsThatCameSinceFromTheirBeginning() {
        // Given
        var before = Position.of(Slots.of(2, 2), _ -> 7);

        // When
        var now = Position.read(before.text(), Slots.of(3, 2)).orElseThrow();

        // Then
        assertThat(now.next(1)).isEqualTo(7);
        assertThat(now.next(2)).isZero();
        assertThat(now.next(3)).isEqualTo(7);
    }

    @Test
    void isOfNoLogWithFewerPartitions() {
        // Given
        var position = Position.of(Slots.of(4, 4), _ -> 7);

        // When
        var read = Position.read(position.text(), Slots.of(2, 4));

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void anyChangeOfItsTextIsFound() {
        // Given
        var slots = Slots.of(2, 2);
        var text = Position.of(slots, _ -> 300).text();

        for (int place = 0; place < text.length(); place++) {
            // When
            var other = text.charAt(place) == 'Q' ? 'R' : 'Q';
            var read = Position.read(text.substring(0, place) + other + text.substring(place + 1), slots);

            // Then
            assertThat(read).isEmpty();
        }
    }
}

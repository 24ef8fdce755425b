package io.directpeering.request.topology.stored;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AcceptedFactsTest {

    private static final long LATEST = 100;

    private final List<UUID> ids =
            Stream.generate(UUID::randomUUID).limit(AcceptedFacts.MOST).toList();

    @Test
    void sequenceOfAFactIsToldByItsPlace() {
        // When
        var three = of(ids.subList(0, 3));

        // Then
        assertThat(three.sequenceOf(ids.get(2), LATEST)).hasValue(LATEST);
        assertThat(three.sequenceOf(ids.get(0), LATEST)).hasValue(LATEST - 2);
        assertThat(three.sequenceOf(ids.get(3), LATEST)).isEmpty();
        assertThat(three.leaving()).isNull();
    }

    @Test
    void oldestLeavesWhenThereIsNoRoom() {
        // Given
        var full = of(ids);
        var next = UUID.randomUUID();

        // When
        var after = full.and(next);

        // Then
        assertThat(full.leaving()).isEqualTo(ids.getFirst());
        assertThat(after.sequenceOf(ids.getFirst(), LATEST)).isEmpty();
        assertThat(after.sequenceOf(next, LATEST)).hasValue(LATEST);
        assertThat(after.sequenceOf(ids.get(1), LATEST)).hasValue(LATEST - AcceptedFacts.MOST + 1);
        assertThat(after.leaving()).isEqualTo(ids.get(1));
    }

    @Test
    void areReadBackOutOfTheirBytes() {
        // Given
        var full = of(ids);

        // When
        var read = AcceptedFacts.of(full.bytes());

        // Then
        assertThat(read).isEqualTo(full);
        assertThat(AcceptedFacts.of(new byte[0])).isEqualTo(AcceptedFacts.NONE);
    }

    @Test
    void otherBytesAreNotTakenForIds() {
        assertThatThrownBy(() -> AcceptedFacts.of(new byte[17])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AcceptedFacts.of(new byte[16 * (AcceptedFacts.MOST + 1)]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AcceptedFacts of(List<UUID> ids) {
        return ids.stream().reduce(AcceptedFacts.NONE, AcceptedFacts::and, (one, other) -> other);
    }
}

package io.directpeering.request.peering;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.events.PeeringState;
import io.directpeering.request.query.Filter;
import io.directpeering.request.query.ListPlace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CursorTest {

    private static final ListPlace AT = new ListPlace(
            Instant.parse("2026-11-24T10:00:00.123Z"), UUID.fromString("5f0c7f2e-0000-4000-8000-000000000001"));
    private static final Cursor PLACE = new Cursor(AT);

    @Test
    void findsThePlaceAgain() {
        // Given
        var text = PLACE.text(Filter.ALL);

        // When
        var read = Cursor.read(text, Filter.ALL);

        // Then
        assertThat(read).contains(PLACE);
    }

    @Test
    void isOfNoUseUnderAnotherFilter() {
        // Given
        var text = PLACE.text(Filter.ALL);

        // When
        var read = Cursor.read(text, new Filter(null, PeeringState.Active, null, null, null, null, null));

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void noticesEveryChangedLetter() {
        // Given
        var text = PLACE.text(Filter.ALL);

        // When
        var read = java.util.stream.IntStream.range(0, text.length())
                .mapToObj(i -> text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1))
                .map(tampered -> Cursor.read(tampered, Filter.ALL));

        // Then
        assertThat(read).allSatisfy(cursor -> assertThat(cursor).isEmpty());
    }

    @Test
    void putsTheLatestFirstAndTellsEqualMomentsApart() {
        // Given
        var earlier = new ListPlace(AT.requestedAt().minusMillis(1), AT.peeringId());
        var twin = new ListPlace(AT.requestedAt(), UUID.fromString("5f0c7f2e-0000-4000-8000-000000000002"));

        // When
        var order = java.util.stream.Stream.of(twin, earlier, AT).sorted();

        // Then
        assertThat(order).containsExactly(AT, twin, earlier);
    }
}

package io.directpeering.http.page;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTest {

    private static final Place<UUID> PLACE = new Place<>(
            Instant.parse("2026-11-24T10:00:00.123Z"), UUID.fromString("5f0c7f2e-0000-4000-8000-000000000001"));

    @Test
    void isFoundAgain() {
        // When
        var read = Place.reader(UUID::fromString).apply(PLACE.text());

        // Then
        assertThat(read).contains(PLACE);
    }

    /// In words: nothing, no Base64, no place, a place without a moment, one of another list, one after the last
    /// moment.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%00",
                "bm90IGEgY3Vyc29y",
                "MTIz",
                "MTc5NTUxNDQwMDEyMyAxMg",
                "OTk5OTk5OTk5OTk5OTk5OTk5IDAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA"
            })
    void isNotMadeOutOfAnything(String text) {
        // When
        var read = Place.reader(UUID::fromString).apply(text);

        // Then
        assertThat(read).isEmpty();
    }
}

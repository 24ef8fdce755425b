package io.directpeering.notification.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: x@evil.example",
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u001bb",
                "\u202ecilbup\u202c"
            })
    void aLineHasNothingThatBreaksOrReordersIt(String typed) {
        // Given
        // When
        var line = PlainText.line(typed);
        // Then
        assertThat(line.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }

    @Test
    void paragraphsKeepTheirLinesOnly() {
        // Given
        var typed = "one\r\ntwo\n\u0007three\u0000";
        // When
        var text = PlainText.paragraphs(typed);
        // Then
        assertThat(text).isEqualTo("one\ntwo\n three");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        // Given
        var typed = "Zürich 東京 {peering.name} <b>& 👍";
        // When
        var line = PlainText.line(typed);
        // Then
        assertThat(line).isEqualTo(typed);
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        // Given
        var typed = "👍".repeat(1000);
        // When
        var line = PlainText.line(typed);
        // Then
        assertThat(line).hasSizeLessThanOrEqualTo(200).endsWith("👍...");
    }
}

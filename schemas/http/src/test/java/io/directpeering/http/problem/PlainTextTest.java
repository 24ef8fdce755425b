package io.directpeering.http.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    private final Violations violations = new Violations();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r",
                "\u0000",
                "a\tb",
                "\u001b[31m",
                "\u0085",
                "a\u2028b",
                "\u202eevil",
                "\ud800",
                "\udc00a"
            })
    void refusesWhatDoesNotBelongIntoAHeaderOrALetter(String text) {
        // When
        var read = PlainText.required(violations, "name", text, 100);

        // Then
        assertThat(read).isNull();
        assertThat(violations.all()).extracting(Violation::field).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exämple Netze GmbH", "株式会社", "O'Brien & Sons", "می‌خواهم", "🚀 Networks"})
    void takesNamesOfAllLanguages(String text) {
        // When
        var read = PlainText.required(violations, "name", text, 100);

        // Then
        assertThat(read).isEqualTo(text);
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void refusesMissingBlankAndTooLong() {
        // When
        PlainText.required(violations, "missing", null, 3);
        PlainText.required(violations, "blank", "  ", 3);
        PlainText.required(violations, "long", "abcd", 3);

        // Then
        assertThat(violations.all()).extracting(Violation::field).containsExactly("missing", "blank", "long");
    }
}

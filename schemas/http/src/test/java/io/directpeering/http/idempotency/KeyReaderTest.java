package io.directpeering.http.idempotency;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyReaderTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "\"8e03978e-40d5-43dd\",8e03978e-40d5-43dd",
                "8e03978e-40d5-43dd,8e03978e-40d5-43dd",
                "\"with blank\",with blank",
                "\"a\\\"b\\\\c\",a\"b\\c"
            })
    void readsWhatTheClientMeant(String header, String key) {
        // When
        var read = KeyReader.key(List.of(header));

        // Then
        assertThat(read).isEqualTo(key);
    }

    @Test
    void knowsThatThereIsNone() {
        // When
        var read = KeyReader.key(null);

        // Then
        assertThat(read).isNull();
    }

    static List<List<String>> malformed() {
        return List.of(
                List.of(""),
                List.of("\"\""),
                List.of("  "),
                List.of("a\tb"),
                List.of("\"a\u0000b\""),
                List.of("\"open"),
                List.of("two words"),
                List.of("a,b"),
                List.of("\"a\", \"b\""),
                List.of("\"ümlaut\""),
                List.of("\"" + "a".repeat(256) + "\""),
                List.of("a".repeat(256)),
                List.of("\"a\"", "\"b\""));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoKey(List<String> lines) {
        // When
        var reading = assertThatThrownBy(() -> KeyReader.key(lines));

        // Then
        reading.isInstanceOfSatisfying(
                HttpProblem.class,
                problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
    }
}

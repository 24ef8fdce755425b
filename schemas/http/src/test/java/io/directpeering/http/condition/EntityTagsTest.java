package io.directpeering.http.condition;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EntityTagsTest {

    @Test
    void readsTheTagThatIsExpected() {
        // When
        var expected = EntityTags.expected(List.of("\"12\""));

        // Then
        assertThat(expected).isEqualTo("12");
    }

    @Test
    void expectsNothingWhereAnyWillDo() {
        // When
        var any = EntityTags.expected(List.of("*"));
        var none = EntityTags.expected(null);

        // Then
        assertThat(any).isNull();
        assertThat(none).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "W/\"12\"", "\"\"", "\"a b\"", "\"1\", \"2\"", "\"a\u0007b\"", "\"open", "*, \"1\""})
    void refusesWhatIsNoTagThatWasAnswered(String header) {
        // When
        var reading = assertThatThrownBy(() -> EntityTags.expected(List.of(header)));

        // Then
        reading.isInstanceOfSatisfying(
                HttpProblem.class,
                problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "*", "\"1\", \"3\"", "\"x\",W/\"3\""})
    void knowsWhatTheClientHas(String header) {
        // When
        var has = EntityTags.hasAlready(List.of(header), "3");

        // Then
        assertThat(has).isTrue();
    }

    @Test
    void knowsWhatTheClientHasNot() {
        // When
        var other = EntityTags.hasAlready(List.of("\"2\""), "3");
        var none = EntityTags.hasAlready(null, "3");

        // Then
        assertThat(other).isFalse();
        assertThat(none).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "*, *", ""})
    void refusesWhatIsNoTag(String header) {
        // When
        var reading = assertThatThrownBy(() -> EntityTags.hasAlready(List.of(header), "3"));

        // Then
        reading.isInstanceOfSatisfying(
                HttpProblem.class,
                problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
    }
}

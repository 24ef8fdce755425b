package io.directpeering.request.asn;

import io.directpeering.http.problem.Violation;
import io.directpeering.http.problem.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AsnRuleTest {

    private final Violations violations = new Violations();

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                23_456,
                64_496,
                64_511,
                64_512,
                65_534,
                65_535,
                65_536,
                65_551,
                4_200_000_000L,
                4_294_967_294L,
                4_294_967_295L,
                -1,
                4_294_967_296L,
                Long.MIN_VALUE,
                Long.MAX_VALUE
            })
    void refusesWhatIanaKeepsAndWhatIsNoNumberOfAnAs(long asn) {
        // When
        var passes = AsnRule.check(violations, "peerAsn", asn);

        // Then
        assertThat(passes).isFalse();
        assertThat(violations.all()).extracting(Violation::field).containsExactly("peerAsn");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 23_455, 23_457, 64_495, 65_552, 4_199_999_999L, 3_320, 131_072})
    void takesPublicNumbersUpToTheEdges(long asn) {
        // When
        var passes = AsnRule.check(violations, "peerAsn", asn);

        // Then
        assertThat(passes).isTrue();
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void saysWhatTheNumberIsFor() {
        // When
        AsnRule.check(violations, "peerAsn", 64_512L);

        // Then
        assertThat(violations.all().getFirst().message()).contains("AS64512", "private use", "RFC 6996");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AS3320", "03320", "3320 ", "-1", "3.320", "1e3", "99999999999", "٣٣٢٠"})
    void readsOnlyPlainDigits(String text) {
        // When
        var asn = AsnRule.read(violations, "asn", text);

        // Then
        assertThat(asn).isEmpty();
        assertThat(violations.all()).hasSize(1);
    }
}

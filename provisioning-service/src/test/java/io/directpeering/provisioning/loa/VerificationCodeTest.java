package io.directpeering.provisioning.loa;

import java.util.HashSet;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationCodeTest {

    private static final VerificationCode CODE = new VerificationCode("K7QM3XWP9FHTC4NRV6DY");

    @Test
    void isLongEnoughAndHasNoSymbolThatIsTakenForAnother() {
        // Given
        var random = RandomGenerator.of("L64X128MixRandom");
        var seen = new HashSet<String>();

        // When
        for (int i = 0; i < 2_000; i++) {
            seen.add(VerificationCode.draw(random).symbols());
        }

        // Then
        assertThat(seen).hasSize(2_000).allMatch(symbols -> symbols.matches("[34679ACDEFGHJKMNPQRTVWXY]{20}"));
        assertThat(20 * Math.log(24) / Math.log(2)).isGreaterThan(80);
    }

    @Test
    void isPrintedInGroups() {
        // When
        var grouped = CODE.grouped();

        // Then
        assertThat(grouped).isEqualTo("K7QM-3XWP-9FHT-C4NR-V6DY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7QM-3XWP-9FHT-C4NR-V6DY",
                "k7qm-3xwp-9fht-c4nr-v6dy",
                "K7QM3XWP9FHTC4NRV6DY",
                " K7QM 3XWP 9FHT C4NR V6DY ",
                "K7-QM3XWP9FHT C4NR-V6-DY"
            })
    void isReadHoweverItIsTyped(String typed) {
        // When
        var code = VerificationCode.typed(typed);

        // Then
        assertThat(code).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "------------",
                "K7QM",
                "K7QM-3XWP-9FHT-C4NR-V6DYY",
                "K7QM-3XWP-9FHT-C4NR-V6D0",
                "K7QM-3XWP-9FHT-C4NR-V6D\u0130",
                "K7QM-3XWP-9FHT-C4NR-V6D%",
                "' OR 1=1 --xxxxxxxxxxxx",
                "K7QM\n3XWP9FHTC4NRV6DY",
                "K7QM3XWP9FHTC4NRV6DYK7QM3XWP9FHTC4NRV6DYK7QM3XWP9FHTC4NRV6DYK7QM3XWP"
            })
    void whatLooksLikeNoneIsNone(String typed) {
        // When
        var code = VerificationCode.typed(typed);

        // Then
        assertThat(code).isEmpty();
    }
}

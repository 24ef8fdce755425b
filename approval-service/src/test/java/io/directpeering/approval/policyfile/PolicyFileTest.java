package io.directpeering.approval.policyfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.policy.Requests;
import io.directpeering.approval.policy.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyFileTest {

    private static final String FILE = """
            version: "test"
            rules:
              - id: bandwidth
                severity: Hard
                text: Enough.
                check: {kind: Bandwidth, minimumInMbps: %d, maximumInMbps: 100000, stepInMbps: 10000}
            """;

    @ParameterizedTest
    @CsvSource({"10000,Passed", "40000,Failed"})
    void thresholdComesFromTheFile(int minimumInMbps, Result expected) throws IOException {
        // Given
        var policy = read(FILE.formatted(minimumInMbps));

        // When
        var outcomes = policy.judge(Requests.of(Requests.bandwidth(20_000)));

        // Then
        assertThat(policy.version()).isEqualTo("test");
        assertThat(outcomes).singleElement().extracting("outcome").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minimumInMbps: 10000, maximumInMbps: 100000, step: 10000",
                "minimumInMbps: 10000, maximumInMbps: 100000",
                "minimumInMbps: 10000, maximumInMbps: 100000, stepInMbps: much",
                "minimumInMbps: 10000, maximumInMbps: 1, stepInMbps: 10000",
                "minimumInMbps: 10000, minimumInMbps: 1, maximumInMbps: 100000, stepInMbps: 10000"
            })
    void thresholdThatIsMisspeltMissingOrAbsurdIsRefused(String thresholds) {
        assertThatThrownBy(() -> read(FILE.replaceAll("minimumInMbps.*}", thresholds + "}")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void unknownKindOfCheckIsRefused() {
        assertThatThrownBy(() -> read(FILE.formatted(1).replace("Bandwidth", "Bandwith")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Bandwith");
    }

    @Test
    void twoRulesOfOneIdAreRefused() {
        // Given
        var rules = FILE.formatted(1);
        var twice = rules + rules.substring(rules.indexOf("  - id"));

        // When, then
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("two rules with the id 'bandwidth'");
    }

    private static Policy read(String yaml) throws IOException {
        return PolicyFile.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}

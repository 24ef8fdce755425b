package io.directpeering.approval.policyfile;

import java.io.ByteArrayInputStream;

import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.policy.Requests;
import io.directpeering.approval.policy.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyFileTest {

    private static final String FILE = """
            version: "test"
            fourEyes: {approvals: 1, twoAboveMbps: 100000, twoWhenOverridden: [own-domain]}
            rules:
              - id: own-domain
                severity: Soft
                title: Own domain.
                appliesTo: [Registration]
                check: {kind: CorporateEmail, freeMailDomains: [gmail.com]}
              - id: bandwidth
                severity: Hard
                title: Enough.
                appliesTo: [Request]
                check: {kind: Bandwidth, minimumInMbps: 10000, maximumInMbps: 100000, stepInMbps: 10000}
            """;

    @ParameterizedTest
    @CsvSource({"10000,Passed", "40000,Failed"})
    void thresholdComesFromTheFile(String minimumInMbps, Result expected) throws UnusablePolicy {
        // Given
        var policy = read(FILE.replace("minimumInMbps: 10000", "minimumInMbps: " + minimumInMbps));

        // When
        var outcomes = policy.judge(Requests.of(Requests.bandwidth(20_000)));

        // Then
        assertThat(policy.version()).isEqualTo("test");
        assertThat(outcomes).singleElement().extracting("outcome").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stepInMbps            | step             | rule 'bandwidth', check Bandwidth: unknown 'step'; known are minimumInMbps, maximumInMbps, stepInMbps",
                ", stepInMbps: 10000   | ''               | rule 'bandwidth', check Bandwidth: 'stepInMbps' is missing",
                "stepInMbps: 10000     | stepInMbps: null | rule 'bandwidth', check Bandwidth: 'stepInMbps' is missing",
                "stepInMbps: 10000     | stepInMbps: much | rule 'bandwidth', check Bandwidth: parameter 'stepInMbps' is of another kind",
                "stepInMbps: 10000     | stepInMbps: '9'  | rule 'bandwidth', check Bandwidth: parameter 'stepInMbps'",
                "stepInMbps: 10000     | stepInMbps: [1]  | rule 'bandwidth', check Bandwidth: parameter 'stepInMbps' is of another kind",
                "maximumInMbps: 100000 | maximumInMbps: 1 | rule 'bandwidth', check Bandwidth: Bandwidth needs 1 <= minimumInMbps <= maximumInMbps",
                "stepInMbps: 10000     | stepInMbps: 1, stepInMbps: 2 | it cannot be read at line 13: Duplicate field 'stepInMbps'",
                "maximumInMbps: 100000 | maximumInMbps: 9.5 | rule 'bandwidth', check Bandwidth: parameter 'maximumInMbps' cannot be '9.5'",
                "kind: Bandwidth       | kind: Bandwith   | rule 'bandwidth': there is no check 'Bandwith'; there are Attested, Bandwidth,",
                "kind: Bandwidth,      | ''               | rule 'bandwidth', its check: 'kind' is missing",
                "id: bandwidth         | id: Band/width   | rule 'Band/width': its id must be",
                "id: bandwidth         | id: 5            | rule no. 2: 'id' must be a text",
                "approvals: 1          | approvals: 3     | fourEyes: 'approvals' must be 1 or 2",
                "approvals: 1,         | ''               | the file's fourEyes: 'approvals' is missing",
                "approvals: 1          | approvals: many  | fourEyes: parameter 'approvals' is of another kind",
                "twoAboveMbps          | above            | the file's fourEyes: unknown 'above'; known are approvals, twoAboveMbps, twoWhenOverridden",
                "twoAboveMbps: 100000  | twoAboveMbps: -1 | fourEyes: 'twoAboveMbps' must not be negative",
                "[own-domain]          | [bandwidth]      | fourEyes: 'twoWhenOverridden' names 'bandwidth', which is no soft rule",
                "severity: Hard        | severity: Brutal | rule 'bandwidth': unknown severity 'Brutal'; known are Hard, Soft, Advisory",
                "severity: Hard        | severty: Hard    | rule 'bandwidth': unknown 'severty'; known are id, severity, title, appliesTo, check",
                "title: Enough.        | title: ''        | rule 'bandwidth': 'title' must be a text",
                "[Request]             | []               | rule 'bandwidth': 'appliesTo' must be a list with something in it",
                "[Request]             | [Peer]           | rule 'bandwidth': unknown appliesTo 'Peer'; known are Registration, Request",
                "[Request]             | [Registration]   | rule 'bandwidth': the check Bandwidth looks at a request",
                "version: \"test\"     | version: 2       | the file: 'version' must be a text; put it in quotes",
                "version: \"test\"     | ''               | the file: 'version' is missing",
                "version: \"test\"     | [                | it cannot be read",
            })
    void whatIsWrongIsToldInOneLine(String written, String instead, String message) {
        // Given
        var yaml = FILE.replace(written, instead);
        assertThat(yaml).isNotEqualTo(FILE);

        // When, then
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(UnusablePolicy.class)
                .satisfies(unusable -> assertThat(unusable.getMessage())
                        .startsWith(message)
                        .doesNotContain("\n", "java", "io.directpeering"));
    }

    @ParameterizedTest
    @CsvSource({"''", "version: x", "[]", "5"})
    void fileThatIsNoPolicyAtAllIsRefused(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(UnusablePolicy.class);
    }

    @Test
    void twoRulesOfOneIdAreRefused() {
        // Given
        var twice = FILE + FILE.substring(FILE.indexOf("  - id: bandwidth"));

        // When, then
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("two rules have the id 'bandwidth'");
    }

    private static Policy read(String yaml) throws UnusablePolicy {
        return PolicyFile.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}

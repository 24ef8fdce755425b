package io.directpeering.approval.policy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulingTest {

    private static final RuleOutcome PASSED = outcome("passed", Severity.Hard, Result.Passed);
    private static final RuleOutcome HARD = outcome("hard", Severity.Hard, Result.Failed);
    private static final RuleOutcome SOFT = outcome("soft", Severity.Soft, Result.Failed);
    private static final RuleOutcome ADVISORY = outcome("advisory", Severity.Advisory, Result.Failed);

    @Test
    void failedAdvisoryRuleStandsInNobodysWay() {
        // When
        var ruling = Ruling.on(List.of(PASSED, ADVISORY), Map.of(), Map.of());

        // Then
        assertThat(ruling).isEqualTo(new Ruling.Cleared(List.of(PASSED, ADVISORY)));
    }

    @Test
    void overriddenRuleIsMarkedWithItsReason() {
        // When
        var ruling = Ruling.on(List.of(PASSED, SOFT), Map.of("soft", "known to us"), Map.of());

        // Then
        assertThat(ruling)
                .isEqualTo(new Ruling.Cleared(List.of(
                        PASSED, new RuleOutcome("soft", Severity.Soft, Result.Overridden, "evidence", "known to us"))));
    }

    @Test
    void everyFailedSoftRuleNeedsAnOverride() {
        // Given
        var other = outcome("other", Severity.Soft, Result.Failed);

        // When
        var ruling = Ruling.on(List.of(SOFT, other), Map.of("soft", "known to us"), Map.of());

        // Then
        assertThat(ruling).isEqualTo(new Ruling.OverridesNeeded(List.of(other)));
    }

    @Test
    void failedHardRuleRefusesWhateverIsOverridden() {
        // When
        var ruling = Ruling.on(List.of(HARD, SOFT), Map.of("soft", "known to us"), Map.of());

        // Then
        assertThat(ruling).isEqualTo(new Ruling.HardRulesFailed(List.of(HARD)));
    }

    @Test
    void overrideThatFitsNoFailedSoftRuleIsRefusedByName() {
        // When
        var ruling = Ruling.on(
                List.of(PASSED, HARD, ADVISORY),
                Map.of("passed", "x", "hard", "x", "advisory", "x", "unheard-of", "x"),
                Map.of());

        // Then
        assertThat(ruling)
                .isEqualTo(new Ruling.NotOverridable(Map.of(
                        "passed", "The rule did not fail (Passed), so there is nothing to override.",
                        "hard", "The rule is hard: it cannot be overridden.",
                        "advisory", "The rule is advisory: it needs no override.",
                        "unheard-of", "The review has no rule of this id.")));
    }

    @Test
    void reasonsOfThoseWhoAgreedBeforeStandUnlessAnotherIsGiven() {
        // Given
        var other = outcome("other", Severity.Soft, Result.Failed);

        // When
        var ruling = Ruling.on(
                List.of(SOFT, other),
                Map.of("other", "seen since"),
                Map.of("soft", "known to us", "other", "promised"));

        // Then
        assertThat(ruling)
                .isEqualTo(new Ruling.Cleared(List.of(
                        new RuleOutcome("soft", Severity.Soft, Result.Overridden, "evidence", "known to us"),
                        new RuleOutcome("other", Severity.Soft, Result.Overridden, "evidence", "seen since"))));
    }

    private static RuleOutcome outcome(String id, Severity severity, Result result) {
        return new RuleOutcome(id, severity, result, "evidence", null);
    }
}

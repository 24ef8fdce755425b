package io.directpeering.approval.policy;

import org.jspecify.annotations.Nullable;

/// A rule's outcome for one request.
///
/// @param overrideReason given where a failed soft rule was overridden
public record RuleOutcome(
        String ruleId,
        Severity severity,
        Result outcome,
        String evidence,
        @Nullable String overrideReason) {

    RuleOutcome overridden(String reason) {
        return new RuleOutcome(ruleId, severity, Result.Overridden, evidence, reason);
    }

    public boolean failed(Severity as) {
        return outcome == Result.Failed && severity == as;
    }
}

package io.directpeering.approval.policy;

import java.util.List;

/// How many rules came out how; failed ones by what that means for the decision.
public record OutcomeCounts(
        long passed, long hardFailed, long softFailed, long advisoryFailed, long overridden, long notApplicable) {

    public static OutcomeCounts of(List<RuleOutcome> outcomes) {
        return new OutcomeCounts(
                count(outcomes, Result.Passed),
                outcomes.stream().filter(each -> each.failed(Severity.Hard)).count(),
                outcomes.stream().filter(each -> each.failed(Severity.Soft)).count(),
                outcomes.stream().filter(each -> each.failed(Severity.Advisory)).count(),
                count(outcomes, Result.Overridden),
                count(outcomes, Result.NotApplicable));
    }

    private static long count(List<RuleOutcome> outcomes, Result result) {
        return outcomes.stream().filter(each -> each.outcome() == result).count();
    }
}

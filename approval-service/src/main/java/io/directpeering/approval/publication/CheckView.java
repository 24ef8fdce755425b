package io.directpeering.approval.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.directpeering.approval.policy.FourEyes;
import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.policy.RequestedPeering;
import io.directpeering.approval.policy.Result;
import io.directpeering.approval.policy.Rule;
import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.policy.Severity;

/// What the policy would make of a request.
///
/// @param wouldBeRefused  a hard rule fails: the operator cannot approve it
/// @param needsOverride   a soft rule fails: the operator has to have a reason to approve it
/// @param approvalsNeeded how many people at the operator's have to agree, with every override that is needed
record CheckView(
        String policyVersion,
        boolean wouldBeRefused,
        boolean needsOverride,
        int approvalsNeeded,
        List<CheckedRule> outcomes) {

    record CheckedRule(String ruleId, String title, Severity severity, Result outcome, String evidence) {}

    static CheckView of(Policy policy, RequestedPeering request) {
        var titles = policy.rules().stream().collect(Collectors.toMap(Rule::id, Rule::title));
        var outcomes = policy.judge(request);
        return new CheckView(
                policy.version(),
                outcomes.stream().anyMatch(outcome -> outcome.failed(Severity.Hard)),
                outcomes.stream().anyMatch(outcome -> outcome.failed(Severity.Soft)),
                approvalsNeeded(policy.fourEyes(), request, outcomes),
                outcomes.stream().map(outcome -> checked(outcome, titles)).toList());
    }

    private static int approvalsNeeded(FourEyes fourEyes, RequestedPeering request, List<RuleOutcome> outcomes) {
        var overridden = outcomes.stream()
                .filter(outcome -> outcome.failed(Severity.Soft))
                .map(RuleOutcome::ruleId)
                .toList();
        return FourEyes.needed(fourEyes.needed(request), fourEyes.twoWhenOverridden(), overridden);
    }

    private static CheckedRule checked(RuleOutcome outcome, Map<String, String> titles) {
        return new CheckedRule(
                outcome.ruleId(),
                String.valueOf(titles.get(outcome.ruleId())),
                outcome.severity(),
                outcome.outcome(),
                outcome.evidence());
    }
}

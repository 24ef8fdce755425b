package io.directpeering.approval.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// Why the rules' outcomes do not allow what somebody wants to decide.
public final class RulingProblems {

    private RulingProblems() {}

    public static HttpProblem hardRulesFailed(List<RuleOutcome> failed) {
        return Problems.conflict(
                "Hard rules failed: " + names(failed) + ". They cannot be overridden; reject it, or have the peer come"
                        + " again once they are met.",
                Map.of("code", "HardRulesFailed", "rules", failed));
    }

    public static HttpProblem overridesNeeded(List<RuleOutcome> failed) {
        return Problems.conflict(
                "Soft rules failed: " + names(failed)
                        + ". To approve all the same, give a reason for each in 'overrides'.",
                Map.of("code", "OverridesNeeded", "rules", failed));
    }

    /// 400: overrides that fit no failed soft rule.
    ///
    /// @param why by rule id
    public static HttpProblem notOverridable(Map<String, String> why) {
        return Problems.invalid(why.entrySet().stream()
                .map(rule -> new Violation("overrides." + rule.getKey(), rule.getValue()))
                .toList());
    }

    public static HttpProblem noSuchRules(List<String> given, List<String> known) {
        return Problems.invalid(IntStream.range(0, given.size())
                .filter(index -> !known.contains(given.get(index)))
                .mapToObj(
                        index -> new Violation("ruleIds[" + index + "]", "must be one of " + String.join(", ", known)))
                .toList());
    }

    private static String names(List<RuleOutcome> rules) {
        return rules.stream().map(RuleOutcome::ruleId).collect(Collectors.joining(", "));
    }
}

package io.directpeering.approval.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether a request's outcomes allow its approval, given the overrides of whoever approves.
public sealed interface Ruling {

    /// Allowed.
    ///
    /// @param outcomes with the overridden rules marked
    record Cleared(List<RuleOutcome> outcomes) implements Ruling {}

    /// Refused: nobody can override a hard rule.
    record HardRulesFailed(List<RuleOutcome> failed) implements Ruling {}

    /// Refused until each of these soft rules is overridden with a reason.
    record OverridesNeeded(List<RuleOutcome> failed) implements Ruling {}

    /// Overrides that fit no failed soft rule.
    ///
    /// @param why by rule id
    record NotOverridable(Map<String, String> why) implements Ruling {}

    /// Whether the outcomes allow an approval with these overrides.
    ///
    /// @param given   reasons by rule id
    /// @param earlier reasons that others gave who agreed before: they stand, unless another is given now
    static Ruling on(List<RuleOutcome> outcomes, Map<String, String> given, Map<String, String> earlier) {
        var overrides = new TreeMap<>(earlier);
        overrides.putAll(given);
        var misfits = misfits(outcomes, overrides);
        if (!misfits.isEmpty()) {
            return new NotOverridable(misfits);
        }
        var hard = outcomes.stream().filter(o -> o.failed(Severity.Hard)).toList();
        if (!hard.isEmpty()) {
            return new HardRulesFailed(hard);
        }
        var uncovered = outcomes.stream()
                .filter(o -> o.failed(Severity.Soft) && !overrides.containsKey(o.ruleId()))
                .toList();
        if (!uncovered.isEmpty()) {
            return new OverridesNeeded(uncovered);
        }
        return new Cleared(outcomes.stream()
                .map(o -> {
                    var reason = overrides.get(o.ruleId());
                    return reason == null ? o : o.overridden(reason);
                })
                .toList());
    }

    private static Map<String, String> misfits(List<RuleOutcome> outcomes, Map<String, String> overrides) {
        var why = new TreeMap<String, String>();
        for (String ruleId : overrides.keySet()) {
            outcomes.stream()
                    .filter(o -> o.ruleId().equals(ruleId))
                    .findFirst()
                    .ifPresentOrElse(
                            outcome -> {
                                if (!outcome.failed(Severity.Soft)) {
                                    why.put(ruleId, reason(outcome));
                                }
                            },
                            () -> why.put(ruleId, "The review has no rule of this id."));
        }
        return why;
    }

    private static String reason(RuleOutcome outcome) {
        if (outcome.outcome() != Result.Failed) {
            return "The rule did not fail (" + outcome.outcome() + "), so there is nothing to override.";
        }
        return switch (outcome.severity()) {
            case Hard -> "The rule is hard: it cannot be overridden.";
            case Advisory -> "The rule is advisory: it needs no override.";
            case Soft -> throw new IllegalStateException("A failed soft rule can be overridden: " + outcome);
        };
    }
}

package io.directpeering.approval.policy;

/// A rule of the policy.
///
/// @param id   stable name: stands in decisions and in overrides
/// @param text what the rule demands, for people
public record Rule(String id, Severity severity, String text, Check check) {

    RuleOutcome judge(RequestedPeering request) {
        var finding = check.examine(request);
        return new RuleOutcome(id, severity, finding.result(), finding.evidence(), null);
    }
}

package io.directpeering.approval.publication;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.directpeering.approval.policy.FourEyes;
import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.policy.Rule;
import io.directpeering.approval.policy.Severity;
import io.directpeering.approval.policy.Subject;
import io.directpeering.approval.policyfile.PolicyFile;

/// The policy as it is published.
record PolicyView(String version, FourEyes fourEyes, List<RuleView> rules) {

    /// @param check      kind of check
    /// @param parameters its thresholds and lists, as the policy file spells them
    /// @param text       the parameters for people; empty where there are none
    record RuleView(
            String id,
            Severity severity,
            String title,
            List<Subject> appliesTo,
            String check,
            Map<String, Object> parameters,
            @JsonIgnore String text) {

        static RuleView of(Rule rule) {
            return new RuleView(
                    rule.id(),
                    rule.severity(),
                    rule.title(),
                    rule.appliesTo().stream().sorted().toList(),
                    rule.check().getClass().getSimpleName(),
                    PolicyFile.parameters(rule.check()),
                    PolicyFile.text(rule.check()));
        }
    }

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.version(),
                policy.fourEyes(),
                policy.rules().stream().map(RuleView::of).toList());
    }
}

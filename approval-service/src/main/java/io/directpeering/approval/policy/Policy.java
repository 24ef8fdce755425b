package io.directpeering.approval.policy;

import java.util.HashSet;
import java.util.List;

/// The rules in force.
///
/// @param version stands in every decision that was made by these rules
public record Policy(String version, List<Rule> rules) {

    public Policy {
        rules = List.copyOf(rules);
        var ids = new HashSet<String>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Policy " + version + " has two rules with the id '" + rule.id()
                        + "'; an override could not tell them apart. Give one of them another id.");
            }
        }
    }

    /// Outcome of every rule, in the policy's order.
    public List<RuleOutcome> judge(RequestedPeering request) {
        return rules.stream().map(rule -> rule.judge(request)).toList();
    }
}

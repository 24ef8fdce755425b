package io.directpeering.approval.policy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The rules in force.
///
/// @param version  stands in every decision that was made by these rules
/// @param fourEyes how many people have to agree to a request
public record Policy(String version, FourEyes fourEyes, List<Rule> rules) {

    public Policy {
        rules = List.copyOf(rules);
        var ids = new HashSet<String>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules have the id '" + rule.id()
                        + "'; an override could not tell them apart. Give one of them another id");
            }
        }
        for (String id : fourEyes.twoWhenOverridden()) {
            if (rules.stream().noneMatch(rule -> rule.id().equals(id) && rule.severity() == Severity.Soft)) {
                throw new IllegalArgumentException("fourEyes: 'twoWhenOverridden' names '" + id
                        + "', which is no soft rule; only those can be overridden");
            }
        }
    }

    /// Outcome of every rule about requests, in the policy's order.
    public List<RuleOutcome> judge(RequestedPeering request) {
        return about(Subject.Request).map(rule -> rule.judge(request)).toList();
    }

    /// Outcome of every rule about registrations, in the policy's order.
    public List<RuleOutcome> judge(RegisteredPeer peer) {
        return about(Subject.Registration).map(rule -> rule.judge(peer)).toList();
    }

    private Stream<Rule> about(Subject subject) {
        return rules.stream().filter(rule -> rule.appliesTo().contains(subject));
    }
}

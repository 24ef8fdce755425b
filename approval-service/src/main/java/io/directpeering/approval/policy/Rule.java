package io.directpeering.approval.policy;

import java.util.Set;
import java.util.regex.Pattern;

/// A rule of the policy.
///
/// @param id    stable name: stands in decisions and in overrides
/// @param title what the rule demands, for people
public record Rule(String id, Severity severity, String title, Set<Subject> appliesTo, Check check) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Rule {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("its id must be 1 to 63 of a-z 0-9 -");
        }
        if (appliesTo.isEmpty()) {
            throw new IllegalArgumentException("it applies to nothing");
        }
        if (check instanceof RequestCheck && appliesTo.contains(Subject.Registration)) {
            throw new IllegalArgumentException("the check " + check.getClass().getSimpleName()
                    + " looks at a request, so the rule cannot apply to a Registration");
        }
        appliesTo = Set.copyOf(appliesTo);
    }

    RuleOutcome judge(RequestedPeering request) {
        return outcome(
                switch (check) {
                    case PeerCheck aboutThePeer -> aboutThePeer.examine(request.peer());
                    case RequestCheck aboutTheRequest -> aboutTheRequest.examine(request);
                });
    }

    RuleOutcome judge(RegisteredPeer peer) {
        return outcome(
                switch (check) {
                    case PeerCheck aboutThePeer -> aboutThePeer.examine(peer);
                    case RequestCheck _ -> throw new IllegalStateException(id + " looks at a request");
                });
    }

    private RuleOutcome outcome(Finding finding) {
        return new RuleOutcome(id, severity, finding.result(), finding.evidence(), null);
    }
}

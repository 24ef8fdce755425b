package io.directpeering.approval.registration;

import java.util.List;

import io.directpeering.approval.policy.Result;
import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.policy.Severity;

/// Outcomes of rules, read back from the log.
final class StatedOutcomes {

    private StatedOutcomes() {}

    static List<RuleOutcome> of(List<io.directpeering.events.RuleOutcome> stated) {
        return stated.stream()
                .map(it -> new RuleOutcome(
                        it.getRuleId(),
                        switch (it.getSeverity()) {
                            case Hard -> Severity.Hard;
                            case Soft -> Severity.Soft;
                            case Advisory, Unknown -> Severity.Advisory;
                        },
                        switch (it.getOutcome()) {
                            case Passed -> Result.Passed;
                            case Failed -> Result.Failed;
                            case Overridden -> Result.Overridden;
                            case NotApplicable, Unknown -> Result.NotApplicable;
                        },
                        it.getEvidence(),
                        it.getOverrideReason()))
                .toList();
    }
}

package io.directpeering.approval.review;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.approval.policy.Severity;
import io.directpeering.events.Origin;
import io.directpeering.schemas.Topics;

/// Lets the policy itself approve, where the operator has switched that on and one approval is enough. It never
/// rejects: what it does not approve waits for a person.
@ApplicationScoped
class AutoApproval {

    private final Decisions decisions;
    private final ReviewSettings settings;

    AutoApproval(Decisions decisions, ReviewSettings settings) {
        this.decisions = decisions;
        this.settings = settings;
    }

    /// Files the approval of a review that has just been opened, if it is one for the policy; it is stated once the
    /// transaction has committed.
    void consider(Review review) {
        if (isForThePolicy(review)) {
            decisions.approved(
                    review,
                    Topics.APPROVAL_SERVICE,
                    "Approved by policy " + review.policyVersion + ".",
                    review.outcomes,
                    List.of());
        }
    }

    private boolean isForThePolicy(Review review) {
        return settings.autoApprove()
                && review.approvalsNeeded == 1
                && (settings.autoApproveLegacy() || !review.origin.equals(Origin.Legacy.name()))
                && review.outcomes.stream()
                        .noneMatch(outcome -> outcome.failed(Severity.Hard) || outcome.failed(Severity.Soft));
    }
}

package io.directpeering.approval.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.policy.OutcomeCounts;
import io.directpeering.http.page.Place;
import org.jspecify.annotations.Nullable;

/// A review as the queue shows it: what tells which one to take next.
///
/// @param rules         how many rules came out how
record ReviewSummary(
        UUID peeringId,
        ReviewStatus status,
        String origin,
        long peerAsn,
        String peerName,
        String peeringName,
        String peeringLocation,
        @Nullable String requestedBy,
        Instant openedAt,
        long ageInSeconds,
        long sequence,
        String policyVersion,
        OutcomeCounts rules,
        int approvalsNeeded,
        int approvals,
        boolean questionOpen,
        boolean answerOverdue) {

    record Listing(List<ReviewSummary> items) {}

    String place() {
        return new Place<>(openedAt, peeringId).text();
    }

    static ReviewSummary of(Review review, Discretion discretion, Instant now) {
        var open = review.openQuestion();
        return new ReviewSummary(
                review.peeringId,
                review.status,
                review.origin,
                review.peerAsn,
                review.peerName,
                review.peeringName,
                review.peeringLocation,
                discretion.principal(review.requestedBy),
                review.openedAt,
                ReviewView.age(review, now).toSeconds(),
                review.sequence,
                review.policyVersion,
                OutcomeCounts.of(review.outcomes),
                review.approvalsNeeded(),
                review.consents.size(),
                open.isPresent(),
                open.filter(question -> question.isOverdue(now)).isPresent());
    }
}

package io.directpeering.approval.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.approval.policy.RuleOutcome;
import org.jspecify.annotations.Nullable;

/// A review as answers show it.
///
/// @param sequence    of the peering's latest transition
/// @param decision    null: open, or withdrawn
/// @param lastRefusal the latest fact of ours that was refused, if any was
record ReviewView(
        UUID peeringId,
        ReviewStatus status,
        String origin,
        long peerAsn,
        String peerName,
        String peeringName,
        String peeringLocation,
        String requestedBy,
        Instant openedAt,
        long sequence,
        String policyVersion,
        List<RuleOutcome> outcomes,
        @Nullable Decision decision,
        List<Information> information,
        Review.@Nullable RefusedFact lastRefusal) {

    record Decision(
            ReviewStatus outcome,
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    record Information(
            @Nullable String question,
            @Nullable String askedBy,
            @Nullable Instant askedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    record Listing(List<ReviewView> items) {}

    static ReviewView of(Review review) {
        return new ReviewView(
                review.peeringId,
                review.status,
                review.origin,
                review.peerAsn,
                review.peerName,
                review.peeringName,
                review.peeringLocation,
                review.requestedBy,
                review.openedAt,
                review.sequence,
                review.policyVersion,
                review.outcomes,
                switch (review.status) {
                    case Approved, Rejected ->
                        new Decision(review.status, review.decidedBy, review.decisionReason, review.decidedAt);
                    case Open, Withdrawn -> null;
                },
                review.inquiries.stream().map(ReviewView::information).toList(),
                review.lastRefusal);
    }

    private static Information information(Inquiry inquiry) {
        return new Information(
                inquiry.question,
                inquiry.askedBy,
                inquiry.askedAt,
                inquiry.answer,
                inquiry.answeredBy,
                inquiry.answeredAt);
    }
}

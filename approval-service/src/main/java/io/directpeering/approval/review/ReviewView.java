package io.directpeering.approval.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.statement.GivenApproval;
import io.directpeering.http.condition.Tagged;
import org.jspecify.annotations.Nullable;

/// A review as answers show it.
///
/// @param sequence          of the peering's latest transition
/// @param ageInSeconds      since it was asked for, up to the decision
/// @param contacts          whom the peer can be reached through
/// @param approvalsNeeded   how many people have to agree
/// @param twoWhenOverridden rules of which an override takes two
/// @param approvals         who has agreed so far
/// @param decision          null: open, or withdrawn
/// @param information       questions and answers, the oldest first
/// @param lastRefusal       the latest fact of ours that was refused, if any was
record ReviewView(
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
        List<Person> contacts,
        String policyVersion,
        List<RuleOutcome> outcomes,
        int approvalsNeeded,
        List<String> twoWhenOverridden,
        List<GivenApproval> approvals,
        @Nullable Decision decision,
        List<Information> information,
        Review.@Nullable RefusedFact lastRefusal)
        implements Tagged {

    record Decision(
            ReviewStatus outcome,
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    /// @param overdue the answer should have come
    record Information(
            @Nullable String question,
            @Nullable String askedBy,
            @Nullable Instant askedAt,
            @Nullable Instant answerDueAt,
            boolean overdue,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        static Information of(Inquiry inquiry, Discretion discretion, Instant now) {
            return new Information(
                    inquiry.question,
                    discretion.principal(inquiry.askedBy),
                    inquiry.askedAt,
                    inquiry.answerDueAt,
                    inquiry.isOpen() && inquiry.isOverdue(now),
                    inquiry.answer,
                    discretion.principal(inquiry.answeredBy),
                    inquiry.answeredAt);
        }
    }

    @Override
    public Object steady() {
        return new ReviewView(
                peeringId,
                status,
                origin,
                peerAsn,
                peerName,
                peeringName,
                peeringLocation,
                requestedBy,
                openedAt,
                0,
                sequence,
                contacts,
                policyVersion,
                outcomes,
                approvalsNeeded,
                twoWhenOverridden,
                approvals,
                decision,
                information,
                lastRefusal);
    }

    static ReviewView of(Review review, Discretion discretion, Instant now) {
        return new ReviewView(
                review.peeringId,
                review.status,
                review.origin,
                review.peerAsn,
                review.peerName,
                review.peeringName,
                review.peeringLocation,
                discretion.principal(review.requestedBy),
                review.openedAt,
                age(review, now).toSeconds(),
                review.sequence,
                discretion.of(review.contacts),
                review.policyVersion,
                review.outcomes,
                review.approvalsNeeded(),
                review.twoWhenOverridden,
                review.consents.stream()
                        .map(consent -> given(consent, discretion))
                        .toList(),
                decision(review, discretion),
                review.inquiries.stream()
                        .map(inquiry -> Information.of(inquiry, discretion, now))
                        .toList(),
                refusal(review, discretion));
    }

    /// How long it has been asked for; how long it had been when it was decided.
    static Duration age(Review review, Instant now) {
        return Duration.between(
                review.openedAt, Optional.ofNullable(review.decidedAt).orElse(now));
    }

    private static GivenApproval given(Consent consent, Discretion discretion) {
        return new GivenApproval(
                String.valueOf(discretion.principal(consent.approver)), consent.approvedAt, consent.reason);
    }

    private static @Nullable Decision decision(Review review, Discretion discretion) {
        return switch (review.status) {
            case Approved, Rejected ->
                new Decision(
                        review.status, discretion.principal(review.decidedBy), review.decisionReason, review.decidedAt);
            case Open, Withdrawn -> null;
        };
    }

    private static Review.@Nullable RefusedFact refusal(Review review, Discretion discretion) {
        var refused = review.lastRefusal;
        return refused == null
                ? null
                : new Review.RefusedFact(
                        refused.fact(),
                        String.valueOf(discretion.principal(refused.statedBy())),
                        refused.code(),
                        refused.reason(),
                        refused.sequence());
    }
}

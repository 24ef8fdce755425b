package io.directpeering.approval.review;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.statement.Statement;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.FactRefused;
import io.directpeering.events.InformationProvided;
import io.directpeering.events.InformationRequested;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;

/// Keeps reviews in step with the log.
@ApplicationScoped
class ReviewFollower implements OutcomeFollower {

    private final Policy policy;
    private final RequestReader reader;
    private final AutoApproval autoApproval;

    ReviewFollower(Policy policy, RequestReader reader, AutoApproval autoApproval) {
        this.policy = policy;
        this.reader = reader;
        this.autoApproval = autoApproval;
    }

    @Override
    public void accepted(PeeringTransitioned transition) {
        var review = transition.getSequence() == 1
                ? open(transition)
                : found(transition.getSnapshot().getPeeringId());
        review.sequence = transition.getSequence();
        switch (transition.getOutcome()) {
            case Transitioned -> closing(transition).ifPresent(status -> close(review, status, transition));
            case Recorded -> note(review, transition);
            case Unknown -> {}
        }
    }

    @Override
    public void refused(FactRefused refusal) {
        Statement statement = Statement.findById(refusal.getCause().getEventId());
        if (statement != null) {
            var review = found(statement.peeringId);
            review.lastRefusal = new Review.RefusedFact(
                    statement.kind.name(),
                    statement.actor,
                    refusal.getCode().name(),
                    refusal.getReason(),
                    refusal.getSequence());
        }
    }

    private Review open(PeeringTransitioned transition) {
        var snapshot = transition.getSnapshot();
        var review = new Review();
        review.peeringId = snapshot.getPeeringId();
        review.status = ReviewStatus.Open;
        review.origin = snapshot.getOrigin().name();
        review.peerAsn = snapshot.getPeer().getAsn();
        review.peerName = snapshot.getPeer().getName();
        review.peeringName = snapshot.getPeeringName();
        review.peeringLocation = snapshot.getPeeringLocation();
        review.requestedBy = snapshot.getRequestedBy();
        review.openedAt = snapshot.getRequestedAt();
        review.stageSequence = transition.getSequence();
        review.policyVersion = policy.version();
        var request = reader.requested(snapshot);
        review.outcomes = policy.judge(request);
        review.approvalsNeeded = policy.fourEyes().needed(request);
        review.twoWhenOverridden =
                policy.fourEyes().twoWhenOverridden().stream().sorted().toList();
        review.contacts = Person.of(snapshot.getPeer().getContacts());
        review.persist();
        autoApproval.consider(review);
        return review;
    }

    /// Locked: transitions and refusals come in side by side, and neither may write over what the other wrote.
    private static Review found(UUID peeringId) {
        return Optional.ofNullable(Review.locked(peeringId))
                .orElseThrow(() -> new IllegalStateException(
                        "No review of peering " + peeringId + ", although its first transition was taken in"));
    }

    /// How the review ends by this transition; empty: it does not, or it has ended before.
    private static Optional<ReviewStatus> closing(PeeringTransitioned transition) {
        boolean pending = transition.getSnapshot().getConnections().stream()
                .anyMatch(connection -> connection.getState() == ConnectionState.PendingApproval);
        return pending
                ? Optional.empty()
                : transition.getChanges().stream()
                        .filter(change -> change.getFrom() == ConnectionState.PendingApproval)
                        .findFirst()
                        .flatMap(change -> switch (change.getTo()) {
                            case ProvisioningStarted, Active -> Optional.of(ReviewStatus.Approved);
                            case Rejected -> Optional.of(ReviewStatus.Rejected);
                            case Removed -> Optional.of(ReviewStatus.Withdrawn);
                            case PendingApproval,
                                    ProvisioningCompleted,
                                    Validating,
                                    ProvisioningFailed,
                                    PendingRemove,
                                    Unknown -> Optional.empty();
                        });
    }

    private static void close(Review review, ReviewStatus status, PeeringTransitioned transition) {
        review.status = status;
        review.decidedBy = transition.getMetadata().getActor();
        review.decidedAt = transition.getCause().getOccurredAt();
        review.decisionReason = transition.getCause().getReason();
        Statement statement = Statement.findById(transition.getCause().getEventId());
        if (statement != null) {
            review.outcomes = statement.outcomes;
        }
    }

    private static void note(Review review, PeeringTransitioned transition) {
        var type = transition.getCause().getType();
        if (type.equals(InformationRequested.class.getSimpleName())) {
            var inquiry = inquiry(review, transition);
            inquiry.question = transition.getCause().getReason();
            inquiry.askedBy = transition.getMetadata().getActor();
            inquiry.askedAt = transition.getCause().getOccurredAt();
            var open = transition.getSnapshot().getOpenQuestion();
            inquiry.answerDueAt = open == null ? null : open.getAnswerDueAt();
            inquiry.persist();
        } else if (type.equals(InformationProvided.class.getSimpleName())) {
            // The latest question is the one that is open: it takes the place of those before it.
            Inquiry asked = Inquiry.find("review = ?1 and answer is null order by ordinal desc", review)
                    .firstResult();
            var inquiry = asked == null ? inquiry(review, transition) : asked;
            inquiry.answer = transition.getCause().getReason();
            inquiry.answeredBy = transition.getMetadata().getActor();
            inquiry.answeredAt = transition.getCause().getOccurredAt();
            inquiry.persist();
        }
    }

    private static Inquiry inquiry(Review review, PeeringTransitioned transition) {
        var inquiry = new Inquiry();
        inquiry.eventId = transition.getCause().getEventId();
        inquiry.review = review;
        inquiry.ordinal = transition.getSequence();
        return inquiry;
    }
}

package io.directpeering.approval.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.policy.Ruling;
import io.directpeering.approval.statement.Kind;
import io.directpeering.approval.statement.Statement;
import io.directpeering.http.identity.Caller;
import org.jspecify.annotations.Nullable;

/// Decides whether what an operator wants to say about a request may be said, and files it.
///
/// Each method holds the review's row until the transaction ends, so that of two who decide at once, one does. The
/// fact is stated after the commit.
@ApplicationScoped
class ReviewDesk {

    private final Clock clock;
    private final Decisions decisions;

    ReviewDesk(Clock clock, Decisions decisions) {
        this.clock = clock;
        this.decisions = decisions;
    }

    /// One person agrees. The fact is stated by the last one that is needed.
    @Transactional
    Filing approve(UUID peeringId, String actor, @Nullable String reason, Map<String, String> overrides) {
        return with(peeringId, review -> {
            if (Caller.same(review.requestedBy, actor)) {
                return new Filing.OwnRequest(review.requestedBy);
            }
            return standing(review, Kind.Approved, actor)
                    .orElseGet(() -> switch (Ruling.on(review.outcomes, overrides, review.overridesBeside(actor))) {
                        case Ruling.Cleared(var outcomes) -> agree(review, actor, reason, overrides, outcomes);
                        case Ruling.HardRulesFailed(var failed) -> new Filing.HardRulesFailed(failed);
                        case Ruling.OverridesNeeded(var failed) -> new Filing.OverridesNeeded(failed);
                        case Ruling.NotOverridable(var why) -> new Filing.NotOverridable(why);
                    });
        });
    }

    /// @param ruleIds rules that the reason refers to
    @Transactional
    Filing reject(UUID peeringId, String actor, String reason, List<String> ruleIds) {
        return with(peeringId, review -> {
            var known = review.outcomes.stream().map(RuleOutcome::ruleId).toList();
            if (!known.containsAll(ruleIds)) {
                return new Filing.NoSuchRules(ruleIds, known);
            }
            var text = ruleIds.isEmpty() ? reason : reason + " (rules: " + String.join(", ", ruleIds) + ")";
            return standing(review, Kind.Rejected, actor)
                    .orElseGet(() -> new Filing.Filed(decisions.rejected(review, actor, text).eventId));
        });
    }

    @Transactional
    Filing ask(UUID peeringId, String actor, String question) {
        return with(peeringId, review -> {
            if (review.status != ReviewStatus.Open) {
                return closed(review);
            }
            var said = Statement.<Statement>list("peeringId = ?1 and kind = ?2", peeringId, Kind.InformationRequested);
            var repeat = said.stream()
                    .filter(earlier -> earlier.isLive() && earlier.actor.equals(actor) && question.equals(earlier.text))
                    .findFirst();
            return repeat.isPresent()
                    ? new Filing.Filed(repeat.get().eventId)
                    : new Filing.Filed(decisions.asked(review, said.size() + 1, actor, question).eventId);
        });
    }

    private static Filing with(UUID peeringId, Function<Review, Filing> work) {
        var review = Review.locked(peeringId);
        return review == null ? new Filing.NoSuchReview() : work.apply(review);
    }

    /// What stands in the way of a decision, or is the same decision already.
    private static Optional<Filing> standing(Review review, Kind kind, String actor) {
        if (review.status != ReviewStatus.Open) {
            boolean same = review.status.name().equals(kind.name()) && tookPart(review, kind, actor, review.decidedBy);
            return Optional.of(same ? new Filing.DecidedBefore() : closed(review));
        }
        return Decisions.of(review).stream()
                .filter(Statement::isLive)
                .findFirst()
                .map(live -> {
                    boolean same = live.kind == kind && tookPart(review, kind, actor, live.actor);
                    return same
                            ? new Filing.Filed(live.eventId)
                            : new Filing.BeingDecided(live.kind, live.actor, review.sequence);
                });
    }

    private static boolean tookPart(Review review, Kind kind, String actor, @Nullable String decidedBy) {
        return (decidedBy != null && Caller.same(decidedBy, actor))
                || (kind == Kind.Approved && review.consentOf(actor).isPresent());
    }

    private static Filing closed(Review review) {
        return new Filing.Closed(review.status, String.valueOf(review.decidedBy), review.sequence);
    }

    /// The same person agreeing again is the same consent, with what was said last.
    private Filing agree(
            Review review,
            String actor,
            @Nullable String reason,
            Map<String, String> overrides,
            List<RuleOutcome> outcomes) {
        var consent = review.consentOf(actor).orElseGet(() -> consent(review, actor));
        consent.reason = reason;
        consent.overrides = overrides;
        if (review.consents.size() < review.approvalsNeeded()) {
            return new Filing.Agreed();
        }
        var approvals = review.consents.stream().map(Consent::given).toList();
        return new Filing.Filed(decisions.approved(review, actor, reason, outcomes, approvals).eventId);
    }

    private Consent consent(Review review, String actor) {
        var consent = new Consent();
        consent.peeringId = review.peeringId;
        consent.review = review;
        consent.approver = actor;
        consent.approvedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        consent.overrides = Map.of();
        consent.persist();
        review.consents.add(consent);
        return consent;
    }
}

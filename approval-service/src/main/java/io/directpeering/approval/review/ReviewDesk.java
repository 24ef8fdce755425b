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
import io.directpeering.approval.statement.Statements;
import io.directpeering.http.identity.Caller;
import io.directpeering.schemas.EventIds;
import org.jspecify.annotations.Nullable;

/// Decides whether what an operator wants to say about a request may be said, and files it.
///
/// Each method is one transaction that holds the review's row, so that of two who decide at once, one does. It
/// states nothing: that comes after the commit.
@ApplicationScoped
class ReviewDesk {

    private final Clock clock;
    private final Statements statements;
    private final ReviewSettings settings;

    ReviewDesk(Clock clock, Statements statements, ReviewSettings settings) {
        this.clock = clock;
        this.statements = statements;
        this.settings = settings;
    }

    @Transactional
    Filing approve(UUID peeringId, String actor, @Nullable String reason, Map<String, String> overrides) {
        return with(peeringId, review -> {
            if (Caller.same(review.requestedBy, actor)) {
                return new Filing.OwnRequest(review.requestedBy);
            }
            return standing(review, Kind.Approved, actor)
                    .orElseGet(() -> switch (Ruling.on(review.outcomes, overrides)) {
                        case Ruling.Cleared(var outcomes) -> decide(review, Kind.Approved, actor, reason, outcomes);
                        case Ruling.HardRulesFailed(var failed) -> new Filing.HardRulesFailed(failed);
                        case Ruling.OverridesNeeded(var failed) -> new Filing.OverridesNeeded(failed);
                        case Ruling.NotOverridable(var why) -> new Filing.NotOverridable(why);
                    });
        });
    }

    @Transactional
    Filing reject(UUID peeringId, String actor, String reason) {
        return with(
                peeringId,
                review -> standing(review, Kind.Rejected, actor)
                        .orElseGet(() -> decide(review, Kind.Rejected, actor, reason, review.outcomes)));
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
            if (repeat.isPresent()) {
                return new Filing.FiledBefore(repeat.get().eventId);
            }
            var statement = statement(review, Kind.InformationRequested, said.size() + 1, actor, question);
            statement.answerDueAt = statement.occurredAt.plus(settings.answerWithin());
            statement.persist();
            return new Filing.Filed(statement.eventId);
        });
    }

    private static Filing with(UUID peeringId, Function<Review, Filing> work) {
        var review = Review.locked(peeringId);
        return review == null ? new Filing.NoSuchReview() : work.apply(review);
    }

    /// What stands in the way of a decision, or is the same decision already.
    private static Optional<Filing> standing(Review review, Kind kind, String actor) {
        if (review.status != ReviewStatus.Open) {
            boolean same = review.status.name().equals(kind.name()) && actor.equals(review.decidedBy);
            return Optional.of(same ? new Filing.DecidedBefore() : closed(review));
        }
        return decisions(review).stream().filter(Statement::isLive).findFirst().map(live -> {
            boolean same = live.kind == kind && live.actor.equals(actor);
            return same
                    ? new Filing.FiledBefore(live.eventId)
                    : new Filing.BeingDecided(live.kind, live.actor, review.sequence);
        });
    }

    private static Filing closed(Review review) {
        return new Filing.Closed(review.status, String.valueOf(review.decidedBy), review.sequence);
    }

    private Filing decide(Review review, Kind kind, String actor, @Nullable String reason, List<RuleOutcome> outcomes) {
        int attempt = 1
                + (int) decisions(review).stream()
                        .filter(refused -> refused.kind == kind)
                        .count();
        var statement = statement(review, kind, attempt, actor, reason);
        statement.outcomes = outcomes;
        statement.persist();
        return new Filing.Filed(statement.eventId);
    }

    private static List<Statement> decisions(Review review) {
        return Statement.list("peeringId = ?1 and kind in (?2, ?3)", review.peeringId, Kind.Approved, Kind.Rejected);
    }

    private Statement statement(Review review, Kind kind, int attempt, String actor, @Nullable String text) {
        var statement = new Statement();
        // A second attempt is another fact: the first one has its outcome, and would be a repeat.
        var said = attempt == 1 ? kind.name() : kind.name() + "/" + attempt;
        statement.eventId = EventIds.answering(review.peeringId, null, review.stageSequence, said);
        statement.peeringId = review.peeringId;
        statement.kind = kind;
        statement.answers = review.stageSequence;
        statement.actor = actor;
        statement.occurredAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        statement.text = text;
        statement.policyVersion = review.policyVersion;
        statement.outcomes = List.of();
        statement.restateAt = statement.occurredAt.plus(statements.patience());
        return statement;
    }
}

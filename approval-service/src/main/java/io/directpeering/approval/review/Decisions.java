package io.directpeering.approval.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.statement.GivenApproval;
import io.directpeering.approval.statement.Kind;
import io.directpeering.approval.statement.Statement;
import io.directpeering.approval.statement.Statements;
import io.directpeering.schemas.EventIds;
import io.directpeering.traces.Traceparent;
import org.jspecify.annotations.Nullable;

/// The statements about a review: writes their rows, and has them stated after the commit. Each method wants the
/// review's row locked.
@ApplicationScoped
class Decisions {

    private final Clock clock;
    private final Statements statements;
    private final ReviewSettings settings;

    Decisions(Clock clock, Statements statements, ReviewSettings settings) {
        this.clock = clock;
        this.statements = statements;
        this.settings = settings;
    }

    static List<Statement> of(Review review) {
        return Statement.list("peeringId = ?1 and kind in (?2, ?3)", review.peeringId, Kind.Approved, Kind.Rejected);
    }

    Statement approved(
            Review review,
            String actor,
            @Nullable String reason,
            List<RuleOutcome> outcomes,
            List<GivenApproval> approvals) {
        var statement = statement(review, Kind.Approved, attempt(review, Kind.Approved), actor, reason);
        statement.outcomes = outcomes;
        statement.approvals = approvals;
        return filed(statement);
    }

    Statement rejected(Review review, String actor, String reason) {
        var statement = statement(review, Kind.Rejected, attempt(review, Kind.Rejected), actor, reason);
        statement.outcomes = review.outcomes;
        return filed(statement);
    }

    /// @param number how many questions there are with this one
    Statement asked(Review review, int number, String actor, String question) {
        var statement = statement(review, Kind.InformationRequested, number, actor, question);
        statement.answerDueAt = statement.occurredAt.plus(settings.answerWithin());
        return filed(statement);
    }

    private Statement filed(Statement statement) {
        statement.persist();
        statements.stateOnceCommitted(statement.eventId);
        return statement;
    }

    private static int attempt(Review review, Kind kind) {
        return 1
                + (int) of(review).stream()
                        .filter(refused -> refused.kind == kind)
                        .count();
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
        statement.approvals = List.of();
        statement.traceparent = Traceparent.current();
        statement.restateAt = statement.occurredAt.plus(statements.patience());
        return statement;
    }
}

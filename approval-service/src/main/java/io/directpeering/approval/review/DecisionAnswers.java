package io.directpeering.approval.review;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.approval.decision.RulingProblems;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.statement.Statements;
import io.directpeering.approval.statement.Verdict;
import io.directpeering.http.condition.Conditions;
import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/// Answers an operator: why a decision was not filed, or what the judge made of it.
@ApplicationScoped
class DecisionAnswers {

    private final Statements statements;
    private final Queue queue;
    private final Conditions conditions;

    DecisionAnswers(Statements statements, Queue queue, Conditions conditions) {
        this.statements = statements;
        this.queue = queue;
        this.conditions = conditions;
    }

    /// What a decision did, as far as its answer follows from it.
    ///
    /// @param eventId fact whose outcome is the answer; null: the review as it stands is
    record Done(UUID peeringId, @Nullable UUID eventId) {}

    /// @throws HttpProblem nothing was done
    static Done done(UUID peeringId, Filing filing) {
        return switch (filing) {
            case Filing.Filed(var eventId) -> new Done(peeringId, eventId);
            case Filing.DecidedBefore(), Filing.Agreed() -> new Done(peeringId, null);
            case Filing.NoSuchReview() -> throw noSuchReview(peeringId);
            case Filing.OwnRequest(var requestedBy) ->
                throw Problems.forbidden("Four eyes: " + requestedBy
                        + " asked for this peering and cannot approve it. Have somebody else review it.");
            case Filing.Closed(var status, var by, var sequence) ->
                throw Problems.conflict(
                        "The review is closed: " + status + " by " + by + ".",
                        Map.of("code", "ReviewClosed", "state", status, "sequence", sequence));
            case Filing.BeingDecided(var kind, var by, var sequence) ->
                throw Problems.conflict(
                        by + " has just decided (" + kind + "), and the outcome is not known yet."
                                + " Look at the review again in a moment.",
                        Map.of("code", "BeingDecided", "state", ReviewStatus.Open, "sequence", sequence));
            case Filing.HardRulesFailed(var failed) -> throw RulingProblems.hardRulesFailed(failed);
            case Filing.OverridesNeeded(var failed) -> throw RulingProblems.overridesNeeded(failed);
            case Filing.NoSuchRules(var given, var known) -> throw RulingProblems.noSuchRules(given, known);
            case Filing.NotOverridable(var why) -> throw RulingProblems.notOverridable(why);
        };
    }

    /// Waits for the judge, and says what became of it.
    Response to(Done done) {
        return done.eventId() == null
                ? review(done.peeringId(), Status.OK)
                : to(done.peeringId(), statements.await(done.eventId()));
    }

    private Response to(UUID peeringId, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> review(peeringId, Status.OK);
            case Verdict.Refused(var sequence, var code, var reason, var state) ->
                throw Problems.conflict(
                        reason, Map.of("code", code, "reason", reason, "state", state, "sequence", sequence));
            case Verdict.Undecided() -> review(peeringId, Status.ACCEPTED);
        };
    }

    static HttpProblem noSuchReview(UUID peeringId) {
        return Problems.absent("There is no review of a peering " + peeringId
                + ". One is opened as soon as the peering is requested.");
    }

    /// Whoever decides sees people as they are.
    private Response review(UUID peeringId, Status status) {
        var review = queue.find(peeringId, Discretion.OPEN).orElseThrow(() -> noSuchReview(peeringId));
        return conditions
                .told(status, review)
                .location(URI.create("/reviews/" + peeringId))
                .build();
    }
}

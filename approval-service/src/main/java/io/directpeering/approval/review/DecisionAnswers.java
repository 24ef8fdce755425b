package io.directpeering.approval.review;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.approval.decision.RulingProblems;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.statement.Statements;
import io.directpeering.approval.statement.Verdict;
import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// Answers an operator: states what was filed, waits for the judge, and says what became of it.
@ApplicationScoped
class DecisionAnswers {

    private final Statements statements;
    private final Queue queue;

    DecisionAnswers(Statements statements, Queue queue) {
        this.queue = queue;
        this.statements = statements;
    }

    Response to(UUID peeringId, Filing filing) {
        return switch (filing) {
            case Filing.Filed(var eventId) -> to(peeringId, statements.settle(eventId));
            case Filing.FiledBefore(var eventId) -> to(peeringId, statements.await(eventId));
            case Filing.DecidedBefore(), Filing.Agreed() -> review(peeringId);
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

    private Response to(UUID peeringId, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> review(peeringId);
            case Verdict.Refused(var sequence, var code, var reason, var state) ->
                throw Problems.conflict(
                        reason, Map.of("code", code, "reason", reason, "state", state, "sequence", sequence));
            case Verdict.Undecided() ->
                Response.accepted()
                        .location(URI.create("/reviews/" + peeringId))
                        .entity(view(peeringId))
                        .build();
        };
    }

    static HttpProblem noSuchReview(UUID peeringId) {
        return Problems.absent("There is no review of a peering " + peeringId
                + ". One is opened as soon as the peering is requested.");
    }

    private Response review(UUID peeringId) {
        return Response.ok(view(peeringId)).build();
    }

    /// Whoever decides sees people as they are.
    private ReviewView view(UUID peeringId) {
        return queue.find(peeringId, Discretion.OPEN).orElseThrow(() -> noSuchReview(peeringId));
    }
}

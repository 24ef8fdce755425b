package io.directpeering.approval.review;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.statement.Statements;
import io.directpeering.approval.statement.Verdict;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;

/// Answers an operator: states what was filed, waits for the judge, and says what became of it.
@ApplicationScoped
class DecisionAnswers {

    private final Statements statements;

    DecisionAnswers(Statements statements) {
        this.statements = statements;
    }

    Response to(UUID peeringId, Filing filing) {
        return switch (filing) {
            case Filing.Filed(var eventId) -> to(peeringId, statements.settle(eventId));
            case Filing.FiledBefore(var eventId) -> to(peeringId, statements.await(eventId));
            case Filing.DecidedBefore() -> review(peeringId);
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
                        by + " has just decided otherwise (" + kind + "), and the outcome is not known yet."
                                + " Look at the review again in a moment.",
                        Map.of("code", "BeingDecided", "state", ReviewStatus.Open, "sequence", sequence));
            case Filing.HardRulesFailed(var failed) ->
                throw Problems.conflict(
                        "Hard rules failed: " + names(failed) + ". They cannot be overridden; reject the request, or"
                                + " have the peer ask again once they are met.",
                        Map.of("code", "HardRulesFailed", "rules", failed));
            case Filing.OverridesNeeded(var failed) ->
                throw Problems.conflict(
                        "Soft rules failed: " + names(failed)
                                + ". To approve all the same, give a reason for each in 'overrides'.",
                        Map.of("code", "OverridesNeeded", "rules", failed));
            case Filing.NotOverridable(var why) ->
                throw Problems.invalid(why.entrySet().stream()
                        .map(rule -> new Violation("overrides." + rule.getKey(), rule.getValue()))
                        .toList());
        };
    }

    private static Response to(UUID peeringId, Verdict verdict) {
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

    private static Response review(UUID peeringId) {
        return Response.ok(view(peeringId)).build();
    }

    private static ReviewView view(UUID peeringId) {
        return QuarkusTransaction.requiringNew().call(() -> ReviewView.of(Review.findById(peeringId)));
    }

    private static String names(List<RuleOutcome> rules) {
        return rules.stream().map(RuleOutcome::ruleId).collect(Collectors.joining(", "));
    }
}

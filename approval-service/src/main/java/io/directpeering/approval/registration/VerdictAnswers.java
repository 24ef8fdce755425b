package io.directpeering.approval.registration;

import java.net.URI;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.approval.decision.RulingProblems;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.statement.Validations;
import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// Answers whoever decides on a registration: states what was filed, and says what became of it.
@ApplicationScoped
class VerdictAnswers {

    private final Validations validations;
    private final RegistrationQueue queue;

    VerdictAnswers(Validations validations, RegistrationQueue queue) {
        this.validations = validations;
        this.queue = queue;
    }

    Response to(long asn, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Filed(var eventId) -> {
                // It is found either way; 202 says that the log has not confirmed it yet, and will be told again.
                var answer = validations.state(eventId) ? Response.ok() : Response.accepted();
                yield answer.location(URI.create("/peer-asn-reviews/" + asn))
                        .entity(queue.find(asn, Discretion.OPEN).orElseThrow(() -> noSuchRegistration(asn)))
                        .build();
            }
            case Verdict.NoSuchRegistration() -> throw noSuchRegistration(asn);
            case Verdict.OwnRegistration(var registeredBy) ->
                throw Problems.forbidden("Four eyes: " + registeredBy + " registered AS" + asn
                        + " and cannot approve it. Have somebody else look at it.");
            case Verdict.FoundBefore(var state, var by) ->
                throw Problems.conflict(
                        "The registration is " + state + " already, by " + by + ".",
                        Map.of("code", "FoundBefore", "state", state));
            case Verdict.FoundAndWithdrawn(var state, var revision) ->
                throw Problems.conflict(
                        "Revision " + revision + " was found " + state + " before, and that was taken back. The way on"
                                + " is another revision: have the peer register again.",
                        Map.of("code", "FoundAndWithdrawn"));
            case Verdict.NotAsked(var state) ->
                throw Problems.conflict(
                        "The registration is " + state + ": there is nothing to decide.",
                        Map.of("code", "NotAsked", "state", state));
            case Verdict.HardRulesFailed(var failed) -> throw RulingProblems.hardRulesFailed(failed);
            case Verdict.OverridesNeeded(var failed) -> throw RulingProblems.overridesNeeded(failed);
            case Verdict.NoSuchRules(var given, var known) -> throw RulingProblems.noSuchRules(given, known);
            case Verdict.NotOverridable(var why) -> throw RulingProblems.notOverridable(why);
        };
    }

    static HttpProblem noSuchRegistration(long asn) {
        return Problems.absent("AS" + asn + " is not registered. A review is opened as soon as it is.");
    }
}

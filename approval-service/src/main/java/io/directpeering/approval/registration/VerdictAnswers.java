package io.directpeering.approval.registration;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.approval.decision.RulingProblems;
import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.statement.Validations;
import io.directpeering.http.condition.Conditions;
import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/// Answers whoever decides on a registration: why that was not filed, or what became of it.
@ApplicationScoped
class VerdictAnswers {

    private final Validations validations;
    private final RegistrationQueue queue;
    private final Conditions conditions;

    VerdictAnswers(Validations validations, RegistrationQueue queue, Conditions conditions) {
        this.validations = validations;
        this.queue = queue;
        this.conditions = conditions;
    }

    /// What a decision did, as far as its answer follows from it.
    ///
    /// @param eventId what was found, to be stated
    record Done(long asn, UUID eventId) {}

    /// @throws HttpProblem nothing was done
    static Done done(long asn, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Filed(var eventId) -> new Done(asn, eventId);
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

    /// It is found either way; 202 says that the log has not confirmed it yet, and will be told again.
    Response to(Done done) {
        var status = validations.await(done.eventId()) ? Status.OK : Status.ACCEPTED;
        var registration = queue.find(done.asn(), Discretion.OPEN).orElseThrow(() -> noSuchRegistration(done.asn()));
        return conditions
                .told(status, registration)
                .location(URI.create("/peer-asn-reviews/" + done.asn()))
                .build();
    }

    static HttpProblem noSuchRegistration(long asn) {
        return Problems.absent("AS" + asn + " is not registered. A review is opened as soon as it is.");
    }
}

package io.directpeering.approval.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.policy.Ruling;
import io.directpeering.events.ValidationState;
import io.directpeering.http.identity.Caller;
import org.jspecify.annotations.Nullable;

/// Decides whether what somebody finds of a registration may be found, and files it.
///
/// Each method holds the registration's row until the transaction ends, so that of two who decide at once, one does,
/// and neither decides on a revision that has just been replaced. What is found is stated after the commit.
@ApplicationScoped
class RegistrationDesk {

    private final Findings findings;

    RegistrationDesk(Findings findings) {
        this.findings = findings;
    }

    @Transactional
    Verdict approve(long asn, String actor, @Nullable String reason, Map<String, String> overrides) {
        return with(asn, registration -> {
            if (Caller.same(registration.registeredBy, actor)) {
                return new Verdict.OwnRegistration(registration.registeredBy);
            }
            return standing(registration, ValidationState.Approved, actor)
                    .orElseGet(() -> switch (Ruling.on(registration.outcomes, overrides, Map.of())) {
                        case Ruling.Cleared(var outcomes) ->
                            file(registration, ValidationState.Approved, actor, reason, outcomes);
                        case Ruling.HardRulesFailed(var failed) -> new Verdict.HardRulesFailed(failed);
                        case Ruling.OverridesNeeded(var failed) -> new Verdict.OverridesNeeded(failed);
                        case Ruling.NotOverridable(var why) -> new Verdict.NotOverridable(why);
                    });
        });
    }

    /// Also takes back what the policy, or somebody, has approved.
    ///
    /// @param ruleIds rules that the reason refers to
    @Transactional
    Verdict reject(long asn, String actor, String reason, List<String> ruleIds) {
        return with(asn, registration -> {
            var known = registration.outcomes.stream().map(RuleOutcome::ruleId).toList();
            if (!known.containsAll(ruleIds)) {
                return new Verdict.NoSuchRules(ruleIds, known);
            }
            var text = ruleIds.isEmpty() ? reason : reason + " (rules: " + String.join(", ", ruleIds) + ")";
            return standing(registration, ValidationState.Failed, actor)
                    .orElseGet(() -> file(registration, ValidationState.Failed, actor, text, registration.outcomes));
        });
    }

    private static Verdict with(long asn, Function<Registration, Verdict> work) {
        var registration = Registration.locked(asn);
        return registration == null ? new Verdict.NoSuchRegistration() : work.apply(registration);
    }

    /// What stands in the way of a finding, or is the same finding already.
    private Optional<Verdict> standing(Registration registration, ValidationState wanted, String actor) {
        var before = findings.before(registration, wanted);
        if (registration.validationState == wanted) {
            boolean same = before.isPresent() && Caller.same(before.get().actor, actor);
            return Optional.of(
                    same
                            ? new Verdict.Filed(before.get().eventId)
                            : new Verdict.FoundBefore(wanted, String.valueOf(registration.decidedBy)));
        }
        if (before.isPresent()) {
            return Optional.of(new Verdict.FoundAndWithdrawn(wanted, registration.revision));
        }
        return switch (registration.validationState) {
            case Pending, Approved, Failed -> Optional.empty();
            case None, Unknown -> Optional.of(new Verdict.NotAsked(registration.validationState));
        };
    }

    private Verdict file(
            Registration registration,
            ValidationState state,
            String actor,
            @Nullable String reason,
            List<RuleOutcome> outcomes) {
        return new Verdict.Filed(findings.file(registration, state, actor, reason, outcomes).eventId);
    }
}

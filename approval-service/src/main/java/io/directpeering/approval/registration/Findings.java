package io.directpeering.approval.registration;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.approval.statement.Validation;
import io.directpeering.approval.statement.Validations;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.EventIds;
import org.jspecify.annotations.Nullable;

/// What is found of a registration: writes it into the registration, and the row, which is stated after the commit.
/// Each method wants the registration's row locked.
@ApplicationScoped
class Findings {

    private final Clock clock;
    private final Validations validations;

    Findings(Clock clock, Validations validations) {
        this.clock = clock;
        this.validations = validations;
    }

    /// That this was found of the registration's revision before, whether or not it still counts.
    Optional<Validation> before(Registration registration, ValidationState state) {
        return Validation.findByIdOptional(id(registration, state));
    }

    Validation file(
            Registration registration,
            ValidationState state,
            String actor,
            @Nullable String reason,
            List<RuleOutcome> outcomes) {
        var validation = new Validation();
        validation.eventId = id(registration, state);
        validation.asn = registration.asn;
        validation.revision = registration.revision;
        validation.validationState = state;
        validation.actor = actor;
        validation.occurredAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        validation.reason = reason;
        validation.policyVersion = registration.policyVersion;
        validation.outcomes = outcomes;
        validation.restateAt = validation.occurredAt.plus(validations.patience());
        validation.persist();
        registration.validationState = state;
        registration.outcomes = outcomes;
        registration.decidedBy = actor;
        registration.decisionReason = reason;
        registration.decidedAt = validation.occurredAt;
        validations.stateOnceCommitted(validation.eventId);
        return validation;
    }

    private static UUID id(Registration registration, ValidationState state) {
        return EventIds.ofValidation(registration.asn, registration.revision, state.name());
    }
}

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
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.events.ValidationState;
import io.directpeering.schemas.EventIds;
import io.directpeering.traces.Traceparent;
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
        validation.traceparent = Traceparent.current();
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
        apply(validation, registration);
        validations.stateOnceCommitted(validation.eventId);
        return validation;
    }

    /// Keeps what the log has and this database had not.
    void remember(Registration registration, PeerAsnValidated validated) {
        var metadata = validated.getMetadata();
        var validation = new Validation();
        validation.eventId = metadata.getEventId();
        validation.asn = registration.asn;
        validation.revision = validated.getRevision();
        validation.validationState = validated.getValidationState();
        validation.actor = metadata.getActor();
        validation.occurredAt = metadata.getOccurredAt();
        validation.reason = validated.getReason();
        validation.policyVersion = validated.getPolicyVersion();
        validation.outcomes = StatedOutcomes.of(validated.getOutcomes());
        validation.restateAt = metadata.getOccurredAt();
        validation.statedAt = metadata.getOccurredAt();
        validation.persist();
        recall(registration);
    }

    /// What was found of the registration's revision and is kept counts, the latest of it. Of an earlier revision it
    /// still tells who decided, where the registration says that it holds.
    void recall(Registration registration) {
        Validation.<Validation>find(
                        "asn = ?1 and revision <= ?2 order by revision desc, occurredAt desc",
                        registration.asn,
                        registration.revision)
                .firstResultOptional()
                .ifPresent(latest -> {
                    if (latest.revision == registration.revision) {
                        apply(latest, registration);
                    } else if (latest.validationState == registration.validationState) {
                        attribute(latest, registration);
                    }
                });
    }

    private static void apply(Validation validation, Registration registration) {
        registration.validationState = validation.validationState;
        registration.outcomes = validation.outcomes;
        attribute(validation, registration);
    }

    private static void attribute(Validation validation, Registration registration) {
        registration.decidedBy = validation.actor;
        registration.decisionReason = validation.reason;
        registration.decidedAt = validation.occurredAt;
    }

    private static UUID id(Registration registration, ValidationState state) {
        return EventIds.ofValidation(registration.asn, registration.revision, state.name());
    }
}

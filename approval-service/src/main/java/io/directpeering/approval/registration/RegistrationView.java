package io.directpeering.approval.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.directpeering.approval.peer.Discretion;
import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.OutcomeCounts;
import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.events.ValidationState;
import io.directpeering.http.condition.Tagged;
import io.directpeering.http.page.Place;
import org.jspecify.annotations.Nullable;

/// A registration as answers show it.
///
/// @param ageInSeconds since this revision was registered, up to the decision
/// @param decision     null: nobody has decided, or not since revisions are followed here
record RegistrationView(
        long asn,
        long revision,
        String name,
        ValidationState validationState,
        @Nullable String registeredBy,
        Instant registeredAt,
        long ageInSeconds,
        List<Person> contacts,
        String policyVersion,
        List<RuleOutcome> outcomes,
        OutcomeCounts rules,
        @Nullable Decision decision)
        implements Tagged {

    record Decision(
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    record Listing(List<RegistrationView> items) {}

    String place() {
        return new Place<>(registeredAt, asn).text();
    }

    @Override
    public Object steady() {
        return new RegistrationView(
                asn,
                revision,
                name,
                validationState,
                registeredBy,
                registeredAt,
                0,
                contacts,
                policyVersion,
                outcomes,
                rules,
                decision);
    }

    static RegistrationView of(Registration registration, Discretion discretion, Instant now) {
        return new RegistrationView(
                registration.asn,
                registration.revision,
                registration.name,
                registration.validationState,
                discretion.principal(registration.registeredBy),
                registration.registeredAt,
                Duration.between(
                                registration.registeredAt,
                                Optional.ofNullable(registration.decidedAt).orElse(now))
                        .toSeconds(),
                discretion.of(registration.contacts),
                registration.policyVersion,
                registration.outcomes,
                OutcomeCounts.of(registration.outcomes),
                registration.decidedBy == null
                        ? null
                        : new Decision(
                                discretion.principal(registration.decidedBy),
                                registration.decisionReason,
                                registration.decidedAt));
    }
}

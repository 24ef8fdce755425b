package io.directpeering.provisioning.fact;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;

/// Notes at each fact of ours what the judge made of it.
@ApplicationScoped
class DecidedFacts implements OutcomeFollower {

    private final Facts facts;

    DecidedFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void accepted(PeeringTransitioned transition) {
        facts.decided(transition.getCause().getEventId(), new Outcome.Accepted(transition.getSequence()));
    }

    @Override
    public void refused(FactRefused refusal) {
        facts.decided(
                refusal.getCause().getEventId(),
                new Outcome.Refused(refusal.getSequence(), refusal.getCode().name(), refusal.getReason()));
    }
}

package io.directpeering.provisioning.fact;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Cause;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;
import io.directpeering.schemas.Topics;

/// Notes at each fact of ours what the judge made of it.
@ApplicationScoped
class DecidedFacts implements OutcomeFollower {

    private final Facts facts;

    DecidedFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void accepted(PeeringTransitioned transition) {
        decided(transition.getCause(), new Outcome.Accepted(transition.getSequence()));
    }

    @Override
    public void refused(FactRefused refusal) {
        decided(
                refusal.getCause(),
                new Outcome.Refused(refusal.getSequence(), refusal.getCode().name(), refusal.getReason()));
    }

    /// What others stated has no row here.
    private void decided(Cause fact, Outcome outcome) {
        if (fact.getStatedBy().equals(Topics.PROVISIONING_SERVICE)) {
            facts.decided(fact.getEventId(), outcome);
        }
    }
}

package io.directpeering.outcomes;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.intake.WireReader;
import io.directpeering.schemas.Arrival;
import io.quarkus.arc.All;
import org.jboss.logging.Logger;

/// Takes an outcome in: one database transaction holds what the peering has seen and what followed from it.
@ApplicationScoped
class TransitionIntake {

    private static final Logger LOG = Logger.getLogger(TransitionIntake.class);

    private final WireReader wire;
    private final List<OutcomeFollower> followers;
    private final Event<OutcomeTaken> taken;

    TransitionIntake(WireReader wire, @All List<OutcomeFollower> followers, Event<OutcomeTaken> taken) {
        this.wire = wire;
        this.followers = followers;
        this.taken = taken;
    }

    /// @param asItCame the transition's bytes, to be parked where it comes too early
    @Transactional
    void take(PeeringTransitioned transition, byte[] asItCame) {
        UUID peeringId = transition.getSnapshot().getPeeringId();
        // Most come in their turn: one statement sees that, notes it and takes the lock.
        if (Progress.advance(peeringId, transition.getSequence())) {
            follow(transition);
            return;
        }
        var seen = Progress.held(peeringId);
        switch (Arrival.of(seen, transition.getSequence())) {
            case REPEAT -> {}
            case GAP -> {
                LOG.warnf(
                        "Transition parked: one before it is missing. peering=%s sequence=%d last=%d",
                        peeringId, transition.getSequence(), seen);
                ParkedTransition.park(peeringId, transition.getSequence(), asItCame);
            }
            case NEXT -> {
                Progress.advance(peeringId, transition.getSequence());
                follow(transition);
            }
        }
    }

    @Transactional
    void take(FactRefused refusal) {
        followers.forEach(follower -> follower.refused(refusal));
        taken.fire(new OutcomeTaken(refusal.getCause().getEventId()));
    }

    private void follow(PeeringTransitioned transition) {
        followers.forEach(follower -> follower.accepted(transition));
        taken.fire(new OutcomeTaken(transition.getCause().getEventId()));
        ParkedTransition.take(transition.getSnapshot().getPeeringId(), transition.getSequence() + 1)
                .ifPresent(parked -> take(wire.read(parked, PeeringTransitioned.class), parked));
    }
}

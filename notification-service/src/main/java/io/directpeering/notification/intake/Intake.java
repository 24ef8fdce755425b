package io.directpeering.notification.intake;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.notification.delivery.Announcer;
import io.directpeering.schemas.Arrival;
import org.jboss.logging.Logger;

/// Takes each transition of a peering in once, in the order of its sequence.
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Announcer announcer;
    private final TransitionReader reader;
    private final Clock clock;

    Intake(Announcer announcer, TransitionReader reader, Clock clock) {
        this.announcer = announcer;
        this.reader = reader;
        this.clock = clock;
    }

    /// @param record the transition as it stood on the topic
    @Transactional
    void take(PeeringTransitioned transition, byte[] record) {
        var progress = Progress.locked(transition.getSnapshot().getPeeringId());
        switch (Arrival.of(progress.sequence, transition.getSequence())) {
            case NEXT -> {
                advance(progress, transition);
                takeParked(progress);
            }
            case REPEAT -> {}
            case GAP -> park(progress, transition.getSequence(), record);
        }
    }

    private void advance(Progress progress, PeeringTransitioned transition) {
        announcer.announce(transition);
        progress.sequence = transition.getSequence();
    }

    private void takeParked(Progress progress) {
        var next = ParkedTransition.at(progress.peeringId, progress.sequence + 1);
        while (next.isPresent()) {
            var parked = next.get();
            switch (reader.read(parked.record)) {
                case Reading.Transition(PeeringTransitioned transition) -> advance(progress, transition);
                case Reading.Poison poison ->
                    throw new IllegalStateException(
                            "A parked transition was readable and is no more: " + poison.why(), poison.cause());
            }
            parked.delete();
            next = ParkedTransition.at(progress.peeringId, progress.sequence + 1);
        }
    }

    private void park(Progress progress, long sequence, byte[] record) {
        var peeringId = progress.peeringId;
        if (ParkedTransition.at(peeringId, sequence).isPresent()) {
            return;
        }
        var parked = new ParkedTransition();
        parked.peeringId = peeringId;
        parked.sequence = sequence;
        parked.record = record;
        parked.parkedAt = clock.instant();
        parked.persist();
        LOG.warnf(
                "Transition parked until the ones before it come: peeringId=%s sequence=%d takenIn=%d",
                peeringId, sequence, progress.sequence);
    }
}

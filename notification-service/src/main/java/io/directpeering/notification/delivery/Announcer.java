package io.directpeering.notification.delivery;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;
import io.quarkus.arc.All;

/// Has every channel write down who is to be told of a transition. Sends nothing.
@ApplicationScoped
class Announcer implements OutcomeFollower {

    private final Announced announced;
    private final ToldFrom toldFrom;
    private final List<Teller> tellers;

    Announcer(Announced announced, ToldFrom toldFrom, @All List<Teller> tellers) {
        this.announced = announced;
        this.toldFrom = toldFrom;
        this.tellers = tellers;
    }

    /// Part of the transaction that takes the transition in.
    @Override
    public void accepted(PeeringTransitioned transition) {
        if (!announced.advance(transition.getSnapshot().getPeeringId(), transition.getSequence())) {
            return;
        }
        var status = toldFrom.includes(transition) ? DeliveryStatus.Pending : DeliveryStatus.ToldBefore;
        tellers.forEach(teller -> teller.tell(transition, status));
    }
}

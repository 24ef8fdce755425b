package io.directpeering.request.outbox;

import java.time.Duration;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.request.query.Decision;
import io.directpeering.request.query.Decisions;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;

/// What the log shows of a fact in the outbox.
@ApplicationScoped
class Outcomes {

    private final Peerings peerings;
    private final Decisions decisions;

    Outcomes(Peerings peerings, Decisions decisions) {
        this.peerings = peerings;
        this.decisions = decisions;
    }

    /// Whether the log shows the fact's outcome already.
    boolean isDecided(UUID peeringId, UUID eventId) {
        return switch (decisions.await(peeringId, eventId, Duration.ZERO).getNow(new Decision.Undecided())) {
            case Decision.Accepted _, Decision.Refused _ -> true;
            case Decision.Undecided _ -> false;
        };
    }

    /// Whether an outcome, were there one, could be seen from here. Until then a fact is not sent again: it may well
    /// be in the log.
    boolean canBeSeen(UUID peeringId) {
        return switch (peerings.find(peeringId)) {
            case Lookup.Found _, Lookup.Absent _ -> true;
            case Lookup.Elsewhere _, Lookup.NotReady _ -> false;
        };
    }
}

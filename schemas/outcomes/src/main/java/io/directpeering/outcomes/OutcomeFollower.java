package io.directpeering.outcomes;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;

/// What a part of the service does with the judge's outcomes: writes rows, in the transaction that takes the
/// outcome in, and nothing else.
public interface OutcomeFollower {

    /// A fact was accepted. Called once per transition, in the order of the peering's sequence.
    default void accepted(PeeringTransitioned transition) {}

    /// A fact was refused. May be called again for the same refusal.
    default void refused(FactRefused refusal) {}
}

package io.directpeering.notification.intake;

import io.directpeering.events.PeeringTransitioned;

/// What a record of the topic turned out to be.
sealed interface Reading {

    record Transition(PeeringTransitioned transition) implements Reading {}

    /// No transition, and it never will be one.
    ///
    /// @param why for the header of the dead letter
    record Poison(String why) implements Reading {}
}

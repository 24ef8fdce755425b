package io.directpeering.notification.intake;

import io.directpeering.events.PeeringTransitioned;
import org.jspecify.annotations.Nullable;

/// What a record of the topic turned out to be.
sealed interface Reading {

    record Transition(PeeringTransitioned transition) implements Reading {}

    /// No transition, and it never will be one.
    ///
    /// @param why   for the headers of the dead letter
    /// @param cause what the reading failed with, if with anything
    record Poison(String why, @Nullable Exception cause) implements Reading {}
}

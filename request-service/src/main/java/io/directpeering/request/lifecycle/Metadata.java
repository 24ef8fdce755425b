package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What every fact starts with, as far as the life cycle reads it.
///
/// @param connectionId the connection it is about; null: every live connection of the peering
/// @param loggedAt     when the log took it in: the only time that the life cycle knows
/// @param actor        the principal on whose behalf it is stated
/// @param answers      sequence of the transition it answers; null: none
/// @param expects      sequence that the peering must have for the fact to count; 0: there must be none; null: any
public record Metadata(
        UUID eventId,
        UUID peeringId,
        @Nullable UUID connectionId,
        Instant loggedAt,
        String actor,
        @Nullable Long answers,
        @Nullable Long expects) {

    /// Its author looked at the peering when it had another sequence.
    boolean expectsOtherThan(long sequence) {
        return expects != null && expects != sequence;
    }
}

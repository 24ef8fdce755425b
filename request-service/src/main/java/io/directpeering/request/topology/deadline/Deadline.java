package io.directpeering.request.topology.deadline;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.schemas.EventIds;

/// What runs out for one connection in its present stage.
///
/// @param at      when it has run out
/// @param warning it is stated ahead of that, while there is time to do something
/// @param due     when it is stated
/// @param matter  what tells it from another of its kind in the same stage: the question, the letter
public record Deadline(
        UUID connectionId,
        ConnectionState state,
        long stageSequence,
        Instant enteredAt,
        DeadlineKind kind,
        Instant at,
        boolean warning,
        Instant due,
        String matter) {

    /// It would warn of what has passed meanwhile.
    public boolean isPointlessAt(Instant now) {
        return warning && !at.isAfter(now);
    }

    /// The id of the event that states it: the same whenever it is said.
    public UUID eventId(UUID peeringId) {
        return EventIds.answering(
                peeringId,
                connectionId,
                stageSequence,
                "StageOverdue/" + kind + (warning ? "/warning/" : "/overdue/") + matter);
    }
}

package io.directpeering.request.peering;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.directpeering.request.query.Known;
import org.jspecify.annotations.Nullable;

/// How long a connection has been where it stands, and until when it may.
///
/// @param timeInState to the second
/// @param deadline    null: it may stay there
/// @param overdue     the deadline has passed
record StageClock(Duration timeInState, @Nullable Instant deadline, boolean overdue) {

    static StageClock of(UUID connectionId, Instant enteredAt, Known known) {
        var now = known.readAt();
        var deadline = known.deadlines().get(connectionId);
        return new StageClock(since(enteredAt, now), deadline, deadline != null && !now.isBefore(deadline));
    }

    /// Not below zero: whoever stated the fact may have a clock ahead of ours.
    private static Duration since(Instant enteredAt, Instant now) {
        return enteredAt.isAfter(now)
                ? Duration.ZERO
                : Duration.between(enteredAt, now).truncatedTo(ChronoUnit.SECONDS);
    }
}

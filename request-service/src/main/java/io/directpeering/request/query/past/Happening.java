package io.directpeering.request.query.past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.RefusalCode;
import org.jspecify.annotations.Nullable;

/// What became of one fact about a peering.
///
/// @param sequence     number of the transition; of a refusal: of the latest transition before it, 0: there was none
/// @param offset       of a refusal: what tells it from others at that sequence; else 0
/// @param actor        principal behind the fact
/// @param connectionId that the fact was about; null: every one
/// @param changes      of state; empty: the fact is on record and changed none, or it was refused
/// @param refusal      null: it was accepted
public record Happening(
        long sequence,
        long offset,
        Instant at,
        Cause cause,
        String actor,
        @Nullable UUID connectionId,
        List<Change> changes,
        @Nullable Refusal refusal) {

    /// The fact.
    ///
    /// @param type     record name, e.g. WiringCompleted
    /// @param reason   what its author gave as reason, question or answer
    /// @param deadline which one, where the fact is that it has passed
    public record Cause(
            UUID eventId,
            String type,
            String statedBy,
            Instant occurredAt,
            @Nullable String reason,
            @Nullable Deadline deadline) {}

    /// @param warning ahead of it
    public record Deadline(DeadlineKind kind, Instant at, boolean warning) {}

    /// @param from null: the connection came to be
    /// @param stay how long it was in that state; null: it came to be
    public record Change(
            UUID connectionId,
            @Nullable ConnectionState from,
            ConnectionState to,
            @Nullable Duration stay) {}

    /// @param reason for people: what was refused, why, and what the way out is
    public record Refusal(RefusalCode code, String reason, List<Refusing> connections) {}

    public record Refusing(UUID connectionId, ConnectionState state) {}
}

package io.directpeering.provisioning.work;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A stage's work, as handed to its worker.
///
/// @param step    what the worker did so far, in its own words; empty: nothing
/// @param begunAt when the stage's transition was taken in
/// @param traceparent the trace of that transition; null: none is followed
public record Job(
        Stage stage,
        UUID peeringId,
        Task task,
        String step,
        Instant begunAt,
        @Nullable String traceparent) {

    public UUID connectionId() {
        return stage.connectionId();
    }
}

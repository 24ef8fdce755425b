package io.directpeering.request.lifecycle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A question of the operator's that the peer has not answered yet.
///
/// @param askedBy     principal that asked
/// @param answerDueAt null: within the usual time
public record OpenQuestion(
        String question,
        String askedBy,
        Instant askedAt,
        @Nullable Instant answerDueAt) {}

package io.directpeering.notification.message;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A question of the operator's that waits for the peer's answer.
///
/// @param answerDueAt null: the operator set no date
public record Question(
        String text, Instant askedAt, @Nullable Instant answerDueAt) {

    /// When the answer is due.
    Instant dueAt(Deadlines deadlines) {
        return answerDueAt == null ? askedAt.plus(deadlines.information()) : answerDueAt;
    }
}

package io.directpeering.request.idempotency;

import java.util.Objects;
import java.util.UUID;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/// What is known of a command's key.
public sealed interface Claim {

    /// Nothing: the caller is the first with it, and states the fact.
    record First() implements Claim {}

    /// The same command came before, and stated this fact.
    ///
    /// @param status   of the answer, where the judge accepts the fact
    /// @param answered what was answered; null: nothing yet
    record Known(
            UUID peeringId,
            UUID eventId,
            int status,
            @Nullable Response answered) implements Claim {

        static Known of(KeyRow row) {
            return new Known(
                    Objects.requireNonNull(row.peeringId),
                    Objects.requireNonNull(row.eventId),
                    Objects.requireNonNull(row.status),
                    row.answer == null ? null : row.answer.response());
        }
    }
}

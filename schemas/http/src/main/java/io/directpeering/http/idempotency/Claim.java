package io.directpeering.http.idempotency;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/// What is known of a command's key.
public sealed interface Claim {

    /// Nothing: the caller is the first with it, and does what the command says.
    record First() implements Claim {}

    /// The same command came before, and did something.
    ///
    /// @param done     what it did, as JSON
    /// @param answered what was answered; null: nothing that is kept
    record Known(String done, @Nullable Response answered) implements Claim {}
}

package io.directpeering.request.peering;

import java.util.UUID;

import io.directpeering.http.idempotency.Claim;
import io.directpeering.http.idempotency.Keyed;
import org.jspecify.annotations.Nullable;

/// What became of a request at the database's constraints.
sealed interface Acceptance {

    /// It is stored, and its fact is on its way into the log.
    record Accepted(Commands.Stated stated) implements Acceptance {}

    /// The same was asked before, under the same connection identifiers.
    record Repeated(Commands.Stated stated) implements Acceptance {}

    /// The same command came before, under the same idempotency key.
    record Known(Keyed keyed, Claim.Known claim) implements Acceptance {}

    /// Another request has what this one needs.
    ///
    /// @param code   what kind of conflict, for programs
    /// @param holder peering that has it, if it may still come free
    record Taken(
            String code,
            String field,
            String detail,
            @Nullable UUID holder) implements Acceptance {}

    /// The peer has to register first, or its registration is not approved.
    record NotApproved(String detail) implements Acceptance {}
}

package io.directpeering.approval.review;

import java.util.Map;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.directpeering.http.problem.ReadableText;
import org.jspecify.annotations.Nullable;

/// What an operator wants to say about a request: the bodies of the POSTs.
sealed interface Wish {

    /// Body of an approval.
    ///
    /// @param overrides reason by id of the failed soft rule
    record Approval(
            @Nullable @ReadableText String reason,

            @Nullable @Size(max = 50, message = "has more than 50 entries")
            Map<@Size(max = 63) @ReadableText String, @NotNull(message = "needs a reason") @ReadableText String>
                    overrides)
            implements Wish {

        Map<String, String> overridesOrNone() {
            return overrides == null ? Map.of() : overrides;
        }
    }

    record Rejection(
            @NotNull(message = "is missing; tell the peer why") @ReadableText
            String reason) implements Wish {}

    record Question(
            @NotNull(message = "is missing; say what the peer is asked") @ReadableText
            String question) implements Wish {}
}

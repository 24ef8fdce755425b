package io.directpeering.approval.decision;

import java.util.List;
import java.util.Map;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.directpeering.http.problem.ReadableText;
import org.jspecify.annotations.Nullable;

/// What an operator wants to say about a request or a registration: the bodies of the POSTs.
public sealed interface Wish {

    /// Body of an approval.
    ///
    /// @param overrides reason by id of the failed soft rule
    record Approval(
            @Nullable @ReadableText String reason,

            @Nullable @Size(max = 50, message = "has more than 50 entries")
            Map<@Size(max = 63) @ReadableText String, @NotNull(message = "needs a reason") @ReadableText String>
                    overrides)
            implements Wish {

        public Map<String, String> overridesOrNone() {
            return overrides == null ? Map.of() : overrides;
        }
    }

    /// Body of a rejection.
    ///
    /// @param ruleIds rules that the reason refers to
    record Rejection(
            @NotNull(message = "is missing; tell the peer why") @ReadableText
            String reason,

            @Nullable @Size(max = 50, message = "has more than 50 entries")
            List<@NotNull(message = "is null; name a rule") @Size(max = 63, message = "is no rule's id") String>
                    ruleIds)
            implements Wish {

        public List<String> ruleIdsOrNone() {
            return ruleIds == null ? List.of() : ruleIds;
        }
    }

    record Question(
            @NotNull(message = "is missing; say what the peer is asked") @ReadableText
            String question) implements Wish {}
}

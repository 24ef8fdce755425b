package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What differs about a peering between two instants.
record DifferencesView(UUID peeringId, Side from, Side to, List<Difference> differences) {

    /// @param sequence of the peering then; 0: it did not exist yet
    record Side(Instant asOf, long sequence) {}

    /// @param field as reading the peering shows it; connections are named by their ids, sessions by their families:
    ///              `connections[ID].sessions[IPv4].prefix`
    /// @param from  left out: it was not there
    /// @param to    left out: it was not there
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            @Schema(example = "state") String field,

            @Schema(description = "The value then; left out where there was none", example = "PendingApproval")
            @Nullable
            Object from,

            @Schema(description = "The value then; left out where there was none", example = "Active") @Nullable
            Object to) {}
}

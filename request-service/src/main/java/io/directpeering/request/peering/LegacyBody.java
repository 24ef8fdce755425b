package io.directpeering.request.peering;

import java.util.List;

import io.directpeering.events.DirectPeeringType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Body of `POST /legacy-peerings`, as it came.
record LegacyBody(
        @Schema(required = true, minimum = "1", maximum = "4294967295") @Nullable
        Long peerAsn,

        @Schema(required = true, pattern = "[A-Za-z0-9_.-]{1,63}", description = "Unique among the peer's peerings")
        @Nullable
        String name,

        @Schema(required = true, description = "Metro, as the catalogue names it") @Nullable
        String peeringLocation,

        @Schema(implementation = DirectPeeringType.class, defaultValue = "Edge") @Nullable
        String directPeeringType,

        @Schema(required = true, minItems = 1, maxItems = 16, description = "Names, as GET /legacy-peerings lists them")
        @Nullable
        List<@Nullable String> legacyLinks) {

    /// A body to begin with.
    static final String EXAMPLE = """
            {"peerAsn": 64496000, "name": "frankfurt-legacy", "peeringLocation": "Frankfurt",
             "legacyLinks": ["FRA-1998-0017", "FRA-2004-0102"]}""";
}

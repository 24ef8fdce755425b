package io.directpeering.request.peering;

import java.util.List;

import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Body of `POST /peerings`, as it came: nothing checked, so that everything that is wrong can be named at once.
record PeeringBody(
        @Schema(required = true, minimum = "1", maximum = "4294967295") @Nullable
        Long peerAsn,

        @Schema(required = true, pattern = "[A-Za-z0-9_.-]{1,63}", description = "Unique among the peer's peerings")
        @Nullable
        String name,

        @Schema(required = true, description = "Metro, as the catalogue names it") @Nullable
        String peeringLocation,

        @Schema(implementation = DirectPeeringType.class, defaultValue = "Edge") @Nullable
        String directPeeringType,

        @Schema(required = true, minItems = 1, maxItems = 16) @Nullable
        List<@Nullable ConnectionBody> connections) {

    /// A body to begin with.
    static final String EXAMPLE = """
            {"peerAsn": 64496000, "name": "frankfurt-1", "peeringLocation": "Frankfurt", "connections": [
              {"peeringDBFacilityId": 58, "bandwidthInMbps": 10000, "maxPrefixesAdvertisedV4": 1000},
              {"peeringDBFacilityId": 60, "bandwidthInMbps": 10000, "maxPrefixesAdvertisedV4": 1000}]}""";

    /// One connection in it.
    record ConnectionBody(
            @Schema(format = "uuid", description = "The client's own; the same body again is the same request")
            @Nullable
            String connectionIdentifier,

            @Schema(required = true, description = "The facility's id in PeeringDB") @Nullable
            Long peeringDBFacilityId,

            @Schema(required = true, minimum = "10000", maximum = "100000", multipleOf = 10000) @Nullable
            Long bandwidthInMbps,

            @Schema(implementation = SessionAddressProvider.class, defaultValue = "Operator") @Nullable
            String sessionAddressProvider,

            @Schema(description = "/30 or /31; with sessionAddressProvider Peer") @Nullable
            String sessionPrefixV4,

            @Schema(description = "/126 or /127; with sessionAddressProvider Peer") @Nullable
            String sessionPrefixV6,

            @Schema(minimum = "1", maximum = "20000") @Nullable
            Long maxPrefixesAdvertisedV4,

            @Schema(minimum = "1", maximum = "2000") @Nullable
            Long maxPrefixesAdvertisedV6,

            @Schema(implementation = SessionAuth.class, defaultValue = "NoAuth") @Nullable
            String sessionAuth,

            @Schema(pattern = "[A-Za-z0-9_.-]{1,63}", description = "Name of the key, never the key") @Nullable
            String sessionAuthKeyName) {}
}

package io.directpeering.request.peering;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Body of `POST /peerings`, as it came: nothing checked, so that everything that is wrong can be named at once.
record PeeringBody(
        @Nullable Long peerAsn,
        @Nullable String name,
        @Nullable String peeringLocation,
        @Nullable String directPeeringType,
        @Nullable List<@Nullable ConnectionBody> connections) {

    /// One connection in it.
    record ConnectionBody(
            @Nullable String connectionIdentifier,
            @Nullable Long peeringDBFacilityId,
            @Nullable Long bandwidthInMbps,
            @Nullable String sessionAddressProvider,
            @Nullable String sessionPrefixV4,
            @Nullable String sessionPrefixV6,
            @Nullable Long maxPrefixesAdvertisedV4,
            @Nullable Long maxPrefixesAdvertisedV6,
            @Nullable String sessionAuth,
            @Nullable String sessionAuthKeyName) {}
}

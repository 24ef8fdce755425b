package io.directpeering.approval.publication;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Body of `POST /policy/check`, as it came: what `POST /peerings` takes, and contacts.
record CheckBody(
        @Nullable Long peerAsn,
        @Nullable String name,
        @Nullable String peeringLocation,
        @Nullable String directPeeringType,
        @Nullable List<@Nullable ConnectionBody> connections,
        @Nullable List<@Nullable ContactBody> contacts) {

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

    /// A contact as a registration takes it.
    record ContactBody(
            @Nullable String role,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}
}

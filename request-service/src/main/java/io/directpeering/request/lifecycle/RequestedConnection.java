package io.directpeering.request.lifecycle;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What the peer asks of one connection.
///
/// @param maxPrefixesAdvertisedV4 null: no IPv4 session; likewise for IPv6
/// @param sessionAuthKeyName      name of the key, never the key
public record RequestedConnection(
        UUID connectionId,
        int peeringDBFacilityId,
        int bandwidthInMbps,
        String sessionAddressProvider,
        @Nullable String sessionPrefixV4,
        @Nullable String sessionPrefixV6,
        @Nullable Integer maxPrefixesAdvertisedV4,
        @Nullable Integer maxPrefixesAdvertisedV6,
        String sessionAuth,
        @Nullable String sessionAuthKeyName) {}

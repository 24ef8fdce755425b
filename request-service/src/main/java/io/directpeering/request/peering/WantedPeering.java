package io.directpeering.request.peering;

import java.util.List;
import java.util.UUID;

import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.RequestedConnection;
import io.directpeering.events.SessionAddressProvider;
import io.directpeering.events.SessionAuth;
import org.jspecify.annotations.Nullable;

/// What a peer asks for, checked and brought to one spelling: two bodies that ask for the same are equal here.
record WantedPeering(
        long peerAsn,
        String name,
        String peeringLocation,
        DirectPeeringType directPeeringType,
        List<WantedConnection> connections) {

    /// @param connectionIdentifier the client's own; null: the connection gets one here
    record WantedConnection(
            @Nullable UUID connectionIdentifier,
            int peeringDBFacilityId,
            int bandwidthInMbps,
            SessionAddressProvider sessionAddressProvider,
            @Nullable String sessionPrefixV4,
            @Nullable String sessionPrefixV6,
            @Nullable Integer maxPrefixesAdvertisedV4,
            @Nullable Integer maxPrefixesAdvertisedV6,
            SessionAuth sessionAuth,
            @Nullable String sessionAuthKeyName) {

        RequestedConnection requested() {
            return new RequestedConnection(
                    connectionIdentifier == null ? UUID.randomUUID() : connectionIdentifier,
                    peeringDBFacilityId,
                    bandwidthInMbps,
                    sessionAddressProvider,
                    sessionPrefixV4,
                    sessionPrefixV6,
                    maxPrefixesAdvertisedV4,
                    maxPrefixesAdvertisedV6,
                    sessionAuth,
                    sessionAuthKeyName);
        }
    }
}

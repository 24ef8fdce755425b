package io.directpeering.request.peering;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /// Whether links are adopted that are there already.
    boolean adopts() {
        return connections.stream().anyMatch(connection -> connection.adopted() != null);
    }

    /// A link from before this system, with the prefixes of its sessions.
    record AdoptedLink(
            String link,
            @Nullable String prefixV4,
            @Nullable String prefixV6) {}

    /// @param connectionIdentifier the client's own; null: the connection gets one here
    /// @param adopted              link that it adopts; null: it is to be built
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
            @Nullable String sessionAuthKeyName,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AdoptedLink adopted) {

        /// The prefixes that no other connection may have.
        @Nullable
        String keptPrefixV4() {
            return adopted == null ? sessionPrefixV4 : adopted.prefixV4();
        }

        @Nullable
        String keptPrefixV6() {
            return adopted == null ? sessionPrefixV6 : adopted.prefixV6();
        }

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

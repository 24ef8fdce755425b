package io.directpeering.request.peering;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.AddressFamily;
import org.jspecify.annotations.Nullable;

/// A link from before this system, as its peer reads it.
///
/// @param legacyLink the operator's own name of it: what a request names
/// @param peeringId  peering that has adopted it, or asks to; left out: nobody has
record LegacyLinkView(
        String legacyLink,
        long peerAsn,
        String peeringLocation,
        int peeringDBFacilityId,
        String facilityName,
        int bandwidthInMbps,
        String rack,
        String patchPanel,
        String patchPanelPort,
        List<Session> sessions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID peeringId) {

    /// A BGP session over it.
    record Session(AddressFamily family, String prefix, String peerAddress, String operatorAddress, int maxPrefixes) {}

    /// The answer to `GET /legacy-peerings`.
    record Items(List<LegacyLinkView> items) {}
}

package io.directpeering.approval.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A request as far as rules look at it.
public record RequestedPeering(RegisteredPeer peer, List<Connection> connections) {

    /// What is asked of one connection.
    ///
    /// @param peerProvidesAddresses the peer brings a prefix for each session; otherwise the operator does
    /// @param maxPrefixesV4 null: no IPv4 session is asked for
    /// @param maxPrefixesV6 null: no IPv6 session is asked for
    /// @param router        edge router, where it is known already (a legacy link)
    public record Connection(
            int peeringDBFacilityId,
            int bandwidthInMbps,
            boolean peerProvidesAddresses,
            @Nullable String prefixV4,
            @Nullable String prefixV6,
            @Nullable Integer maxPrefixesV4,
            @Nullable Integer maxPrefixesV6,
            @Nullable String router) {}
}

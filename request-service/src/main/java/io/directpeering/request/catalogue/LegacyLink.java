package io.directpeering.request.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// A link that was set up outside this system and carries traffic. Its peer may have it adopted as it stands.
///
/// @param name     the operator's own name of it
/// @param peerAsn  whose it is
/// @param router   the operator's router, which says in which facility it ends
/// @param sessions one per address family
public record LegacyLink(
        String name,
        long peerAsn,
        String router,
        Port port,
        int bandwidthInMbps,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Session> sessions) {

    /// The port it occupies, and where its cable ends.
    public record Port(
            String name,
            String rack,
            String patchPanel,
            String patchPanelPort,
            String media,
            String connector,
            String duplex) {}

    /// A BGP session over it.
    ///
    /// @param prefix /30 or /31, /126 or /127; the peer has the first usable address
    public record Session(String prefix, int maxPrefixesAdvertised) {}
}

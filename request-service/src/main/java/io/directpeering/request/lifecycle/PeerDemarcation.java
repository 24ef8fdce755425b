package io.directpeering.request.lifecycle;

import org.jspecify.annotations.Nullable;

/// The peer's end of the wire, as far as the peer tells.
public record PeerDemarcation(
        @Nullable String rack,
        @Nullable String patchPanel,
        @Nullable String patchPanelPort,
        @Nullable String router) {}

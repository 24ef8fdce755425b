package io.directpeering.provisioning.router;

import org.jspecify.annotations.Nullable;

/// Pings over the wire.
///
/// @param roundTripMinMs shortest; null: nothing came back
/// @param roundTripMs    average; null: nothing came back
/// @param roundTripMaxMs longest; null: nothing came back
public record LinkTestResult(
        int packetsSent,
        int packetsReceived,
        @Nullable Double roundTripMinMs,
        @Nullable Double roundTripMs,
        @Nullable Double roundTripMaxMs) {

    /// What the peer puts on its end of the wire for a test, in a /30.
    public static final String PEER_ADDRESS = "169.254.0.1";
    /// What our end has for as long as the test lasts.
    public static final String OPERATOR_ADDRESS = "169.254.0.2";
}

package io.directpeering.provisioning.router;

import org.jspecify.annotations.Nullable;

/// Pings over the wire.
///
/// @param roundTripMs average; null: nothing came back
public record LinkTestResult(
        int packetsSent, int packetsReceived, @Nullable Double roundTripMs) {}

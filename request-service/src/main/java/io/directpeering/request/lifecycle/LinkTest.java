package io.directpeering.request.lifecycle;

import org.jspecify.annotations.Nullable;

/// A ping over the new wire.
///
/// @param roundTripMs average round trip in milliseconds; null where nothing came back
public record LinkTest(
        boolean passed,
        int packetsSent,
        int packetsReceived,
        @Nullable Double roundTripMs,
        @Nullable String note) {}

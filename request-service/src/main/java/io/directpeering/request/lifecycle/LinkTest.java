package io.directpeering.request.lifecycle;

import org.jspecify.annotations.Nullable;

/// A ping over the new wire.
///
/// @param roundTripMs    average round trip in milliseconds; null where nothing came back
/// @param roundTripMinMs the shortest
/// @param roundTripMaxMs the longest
public record LinkTest(
        boolean passed,
        int packetsSent,
        int packetsReceived,
        @Nullable Double roundTripMs,
        @Nullable String note,
        @Nullable Double roundTripMinMs,
        @Nullable Double roundTripMaxMs) {}

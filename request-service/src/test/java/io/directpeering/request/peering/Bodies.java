package io.directpeering.request.peering;

import java.util.List;

import io.directpeering.request.peering.PeeringBody.ConnectionBody;
import org.jspecify.annotations.Nullable;

/// A valid request to vary.
final class Bodies {

    private Bodies() {}

    static ConnectionBody connection() {
        return new ConnectionBody(null, 58L, 10_000L, null, null, null, 1000L, 100L, null, null);
    }

    static ConnectionBody identified(@Nullable String identifier) {
        return new ConnectionBody(identifier, 58L, 10_000L, null, null, null, 1000L, null, null, null);
    }

    static ConnectionBody at(@Nullable Long facility, @Nullable Long bandwidth) {
        return new ConnectionBody(null, facility, bandwidth, null, null, null, 1000L, null, null, null);
    }

    static ConnectionBody numbered(
            @Nullable String provider,
            @Nullable String v4,
            @Nullable String v6,
            @Nullable Long maxV4,
            @Nullable Long maxV6) {
        return new ConnectionBody(null, 58L, 10_000L, provider, v4, v6, maxV4, maxV6, null, null);
    }

    static ConnectionBody authenticated(@Nullable String auth, @Nullable String keyName) {
        return new ConnectionBody(null, 58L, 10_000L, null, null, null, 1000L, null, auth, keyName);
    }

    static PeeringBody peering(@Nullable ConnectionBody... connections) {
        return new PeeringBody(3320L, "fra-1", "Frankfurt", null, java.util.Arrays.asList(connections));
    }

    static PeeringBody named(@Nullable String name) {
        return new PeeringBody(3320L, name, "Frankfurt", null, List.of(connection()));
    }
}

package io.directpeering.http.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How long keys count.
@ConfigMapping(prefix = "peering.idempotency")
interface IdempotencySettings {

    /// How long a command is known by its key.
    @WithDefault("24h")
    Duration kept();

    /// How long a repeat waits for the first to get through before it is told to ask again.
    @WithDefault("2s")
    Duration patience();
}

package io.directpeering.provisioning.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How long validation looks, and at what pace. The defaults suit routers that establish within a second.
@ConfigMapping(prefix = "peering.validation")
public interface ValidationSettings {

    /// Sessions must have been up for so long without a flap.
    @WithDefault("1s")
    Duration quietFor();

    /// A validation that has not succeeded by then has failed.
    @WithDefault("30s")
    Duration patience();

    @WithDefault("200ms")
    Duration lookEvery();
}

package io.directpeering.request.query;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How queries are answered.
@ConfigMapping(prefix = "peering.query")
public interface QuerySettings {

    /// While who holds a peering does not answer, a copy does that lags no further behind than this.
    @WithDefault("30s")
    Duration copyMayLag();

    /// How long a read waits for what nobody can tell at the moment, because its partition is moving to another
    /// instance. Covers the orderly end of an instance; after a kill a copy answers sooner.
    @WithDefault("6s")
    Duration patience();
}

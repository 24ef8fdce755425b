package io.directpeering.request.topology.history;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the historian runs; for the rest as the judge does.
@ConfigMapping(prefix = "peering.historian")
public interface HistorianSettings {

    /// Consumer group, and what names of changelogs begin with. Under a new one the whole log is read again.
    @WithDefault("request-service-historian")
    String applicationId();

    /// Nobody waits for what it writes, so it commits less often than the judge.
    @WithDefault("500ms")
    Duration commitInterval();
}

package io.directpeering.request.topology.drift;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// When a difference between what is seen of a session and what is intended becomes an alarm, and when it is over.
@ConfigMapping(prefix = "peering.drift")
public interface DriftSettings {

    /// For a flap, or a change in progress, to pass without an alarm.
    @WithDefault("15s")
    Duration grace();

    /// For a drift to stay away before its alarm is cleared.
    @WithDefault("15s")
    Duration settle();

    /// Without a look for so long, a session is stale. Three times what provisioning-service lets pass before it tells
    /// what is not new (`peering.monitoring.tell-again-after`).
    @WithDefault("3m")
    Duration staleAfter();

    /// How late an alarm may be.
    @WithDefault("1s")
    Duration checkInterval();
}

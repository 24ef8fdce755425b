package io.directpeering.request.peering;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How commands wait for the judge.
@ConfigMapping(prefix = "peering.decision")
interface DecisionSettings {

    /// How long a client is kept waiting for the decision before it is told to look for it itself.
    @WithDefault("3s")
    Duration timeout();
}

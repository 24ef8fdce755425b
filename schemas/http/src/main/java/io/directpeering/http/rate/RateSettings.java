package io.directpeering.http.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much is how much. Counted by each instance for itself.
@ConfigMapping(prefix = "peering.rate-limit")
interface RateSettings {

    /// Requests a principal may make per second for as long as it likes.
    @WithDefault("100")
    int perSecond();

    /// Requests it may make at once after a rest.
    @WithDefault("500")
    int burst();
}

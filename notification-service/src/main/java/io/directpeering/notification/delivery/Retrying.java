package io.directpeering.notification.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// When a delivery that failed is tried again.
@ConfigMapping(prefix = "peering.delivery")
interface Retrying {

    /// Pause after the first failure; it doubles with each further one.
    @WithDefault("2s")
    Duration firstPause();

    /// No pause is longer.
    @WithDefault("5m")
    Duration longestPause();

    /// After this time without success a delivery is undeliverable.
    @WithDefault("5D")
    Duration giveUpAfter();

    /// For so long a delivery belongs to the sender that took it up; longer than a mail server may take to answer.
    @WithDefault("60s")
    Duration lease();

    /// The pause after so many attempts.
    default Duration pauseAfter(int attempts) {
        int doublings = Math.min(attempts - 1, 20);
        var pause = firstPause().multipliedBy(1L << doublings);
        return pause.compareTo(longestPause()) < 0 ? pause : longestPause();
    }
}

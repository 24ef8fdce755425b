package io.directpeering.notification.message;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How long the peer has, as the mails say it. The judge keeps the time; these only word it.
@ConfigMapping(prefix = "peering.deadline")
public interface Deadlines {

    /// To answer a request for information.
    @WithDefault("7D")
    Duration information();

    /// To order the cross-connect and configure its side.
    @WithDefault("90D")
    Duration provisioningStarted();
}

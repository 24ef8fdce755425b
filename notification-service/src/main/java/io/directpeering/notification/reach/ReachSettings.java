package io.directpeering.notification.reach;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where webhooks may lead to, and how long a post may take.
@ConfigMapping(prefix = "peering.webhook")
public interface ReachSettings {

    /// Networks in CIDR notation that may be called though they are not public: receivers on the operator's premises.
    /// Names of the inside and plain IPv4 addresses are taken where they lead into one of them.
    Optional<List<String>> allowedNetworks();

    /// Whether addresses may do without TLS.
    @WithDefault("false")
    boolean allowHttp();

    /// For taking the connection, at one address.
    @WithDefault("3s")
    Duration connectTimeout();

    /// For everything, from resolving the name to the end of the answer.
    @WithDefault("10s")
    Duration timeout();
}

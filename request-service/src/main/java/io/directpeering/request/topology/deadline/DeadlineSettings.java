package io.directpeering.request.topology.deadline;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How long a connection may stay in a state before that is stated as overdue. A change holds for the stages that
/// stand already, from the next start on.
@ConfigMapping(prefix = "peering.deadlines")
public interface DeadlineSettings {

    /// For the review. An answer to a question of the operator's starts it anew.
    @WithDefault("72h")
    Duration pendingApproval();

    /// For the answer to a question that names no time of its own. While the question is open, the review's clock
    /// does not count.
    @WithDefault("7d")
    Duration answer();

    /// How long before that the peer is reminded.
    @WithDefault("2d")
    Duration answerWarning();

    /// For the peer's wiring.
    @WithDefault("90d")
    Duration provisioningStarted();

    /// How long before that the peer is warned.
    @WithDefault("10d")
    Duration provisioningStartedWarning();

    /// How long before an unused letter of authorization expires its holder is warned.
    @WithDefault("10d")
    Duration loaExpiryWarning();

    @WithDefault("1h")
    Duration provisioningCompleted();

    @WithDefault("24h")
    Duration validating();

    /// Until somebody retries or takes it down.
    @WithDefault("30d")
    Duration provisioningFailed();

    @WithDefault("24h")
    Duration pendingRemove();

    /// How often it is looked for what has fallen due: how late a deadline may be stated.
    @WithDefault("10s")
    Duration checkInterval();
}

package io.directpeering.notification.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Webhooks. Where they may lead to is the business of [io.directpeering.notification.reach.Reach].
@ConfigMapping(prefix = "peering.webhook")
public interface WebhookSettings {

    /// Keys that secrets are sealed with in the database, each 32 bytes in base64: the first seals, all open. Without
    /// one, nobody can register a webhook.
    Optional<List<String>> encryptionKeys();

    /// Pause after the first failure; it doubles with each further one, less a random part.
    @WithDefault("5s")
    Duration firstPause();

    /// No pause is longer.
    @WithDefault("1h")
    Duration longestPause();

    /// After this time without success a message is given up, and a webhook disabled.
    @WithDefault("1D")
    Duration giveUpAfter();

    /// For so long messages are signed with the former secret too.
    @WithDefault("1D")
    Duration secretOverlap();

    /// For so long a message belongs to the sender that took it up; longer than a post may take.
    @WithDefault("60s")
    Duration lease();

    /// Posts under way at once in this process.
    @WithDefault("32")
    int postsAtOnce();

    /// Of them to one webhook.
    @WithDefault("4")
    int postsAtOncePerWebhook();

    /// Webhooks that one network, or the operator, may have.
    @WithDefault("20")
    int mostPerOwner();

    /// The pause after so many failures.
    ///
    /// @param random from 0 to 1: shortens it by up to half, so that those who failed together come back apart
    default Duration pauseAfter(int failures, double random) {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        var pause = firstPause().multipliedBy(1L << doublings);
        var capped = pause.compareTo(longestPause()) < 0 ? pause : longestPause();
        return Duration.ofMillis((long) (capped.toMillis() * (1 - random / 2)));
    }
}

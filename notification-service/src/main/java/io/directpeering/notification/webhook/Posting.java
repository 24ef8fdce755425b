package io.directpeering.notification.webhook;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.directpeering.notification.reach.Answer;
import io.directpeering.notification.reach.HttpPost;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Signs a message and posts it.
@ApplicationScoped
class Posting {

    private final SecretSeal seal;
    private final HttpPost http;
    private final Clock clock;

    Posting(SecretSeal seal, HttpPost http, Clock clock) {
        this.seal = seal;
        this.http = http;
        this.clock = clock;
    }

    /// Blocks until there is an answer or time is over.
    ///
    /// @throws IllegalStateException a secret cannot be opened
    Answer send(Post post) {
        long timestamp = clock.instant().getEpochSecond();
        var signatures = post.secrets().stream()
                .map(secret -> signature(seal.open(secret, post.webhook()), post, timestamp))
                .collect(Collectors.joining(" "));
        return http.post(
                post.url(),
                Map.of(
                        "content-type",
                        "application/json",
                        "user-agent",
                        "direct-peering",
                        "webhook-id",
                        post.messageId(),
                        "webhook-timestamp",
                        String.valueOf(timestamp),
                        "webhook-signature",
                        signatures),
                post.body().getBytes(UTF_8));
    }

    private static String signature(String secret, Post post, long timestamp) {
        try {
            return new Webhook(secret).sign(post.messageId(), timestamp, post.body());
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            // Not the library's own exception: its message is not ours to vouch for.
            throw new IllegalStateException("A message to webhook " + post.webhook() + " cannot be signed");
        }
    }

    /// A name for a message that stands for no transition.
    static String newMessageId() {
        return "msg_" + UUID.randomUUID();
    }
}

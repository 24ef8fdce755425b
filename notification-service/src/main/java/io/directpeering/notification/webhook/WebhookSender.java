package io.directpeering.notification.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.directpeering.notification.delivery.Channel;
import io.directpeering.notification.delivery.DeliveriesWritten;
import io.directpeering.notification.delivery.OneRound;
import io.directpeering.notification.reach.Answer;
import io.directpeering.traces.Handling;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Posts what is due, several at once: right after the commit that wrote it, and what failed or was left behind by a
/// crash, by a sweep. A webhook has only so many posts under way, so a slow one does not hold others up.
///
/// A crash between the post and its record repeats the message, under the same `webhook-id`.
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final int GONE = 410;

    private final WebhookLedger ledger;
    private final Posting posting;
    private final WebhookSettings settings;
    private final ManagedExecutor executor;
    private final OneRound round;
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    WebhookSender(WebhookLedger ledger, Posting posting, WebhookSettings settings, ManagedExecutor executor) {
        this.ledger = ledger;
        this.posting = posting;
        this.settings = settings;
        this.executor = executor;
        this.round = new OneRound(executor, this::sendDue);
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesWritten written) {
        if (written.channel() == Channel.Webhook) {
            round.call();
        }
    }

    @Scheduled(every = "1s")
    void sweep() {
        round.call();
    }

    private void sendDue() {
        var next = next();
        while (next.isPresent()) {
            var post = next.get();
            underWay.merge(post.webhook(), 1, Integer::sum);
            executor.execute(() -> send(post));
            next = next();
        }
    }

    private Optional<Post> next() {
        if (underWay.values().stream().mapToInt(Integer::intValue).sum() >= settings.postsAtOnce()) {
            return Optional.empty();
        }
        var busy = underWay.entrySet().stream()
                .filter(entry -> entry.getValue() >= settings.postsAtOncePerWebhook())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return ledger.takeUp(busy);
    }

    private void send(Post post) {
        try (var _ = Handling.of("send webhook message", post.traceparent(), post.peeringId())) {
            record(post, posting.send(post));
        } catch (RuntimeException e) {
            // The lease ends, and it is taken up again.
            LOG.warnf(
                    e,
                    "Webhook message waits for its lease to end: webhook=%s id=%s",
                    post.webhook(),
                    post.messageId());
        } finally {
            underWay.computeIfPresent(post.webhook(), (webhook, posts) -> posts == 1 ? null : posts - 1);
            round.call();
        }
    }

    private void record(Post post, Answer answer) {
        switch (answer) {
            case Answer.Status(int code) when code >= 200 && code < 300 -> ledger.taken(post, code);
            case Answer.Status(int code)
            when code == GONE -> {
                LOG.warnf("Webhook is gone: webhook=%s", post.webhook());
                ledger.gone(post);
            }
            case Answer.Status(int code) -> failed(post, "It answered " + code + ".", code);
            case Answer.None(String reason) -> failed(post, reason + ".", null);
        }
    }

    private void failed(Post post, String reason, @Nullable Integer status) {
        LOG.infof(
                "Webhook message failed: webhook=%s id=%s attempts=%d reason=%s",
                post.webhook(), post.messageId(), post.attempts(), reason);
        ledger.failed(post, reason, status);
    }
}

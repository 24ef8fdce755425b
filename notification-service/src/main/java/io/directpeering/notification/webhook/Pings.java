package io.directpeering.notification.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.notification.delivery.Delivery;
import io.directpeering.notification.delivery.DeliveryStatus;
import io.directpeering.notification.reach.Answer;
import io.directpeering.notification.reach.ReachSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/// Messages that stand for no transition and only show whether a webhook works. Each is written down, then posted
/// once by the process that wrote it, and never again: whoever dies in between leaves a ping of which nothing is
/// known.
@ApplicationScoped
class Pings {

    private static final String UNDER_WAY =
            "It is being posted; if this stays, the service was stopped meanwhile, and what came of it is not known.";
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Posting posting;
    private final ReachSettings reach;
    private final Event<Written> written;
    private final ManagedExecutor executor;
    private final Clock clock;

    Pings(Posting posting, ReachSettings reach, Event<Written> written, ManagedExecutor executor, Clock clock) {
        this.posting = posting;
        this.reach = reach;
        this.written = written;
        this.executor = executor;
        this.clock = clock;
    }

    /// A ping that will be posted once its row is committed.
    record Written(long deliveryId) {}

    @Transactional(TxType.MANDATORY)
    Written write(Webhook webhook) {
        var ping = WebhookTeller.to(webhook, "ping", clock);
        ping.messageId = Posting.newMessageId();
        ping.body = Payload.ping(ping.writtenAt, webhook.id.toString());
        ping.status = DeliveryStatus.Undeliverable;
        ping.reason = UNDER_WAY;
        ping.persist();
        var it = new Written(ping.id);
        written.fire(it);
        return it;
    }

    void post(@Observes(during = TransactionPhase.AFTER_SUCCESS) Written ping) {
        executor.execute(() -> post(ping.deliveryId()));
    }

    private void post(long id) {
        var post = QuarkusTransaction.requiringNew().call(() -> {
            Delivery ping = Delivery.findById(id);
            Webhook webhook = Webhook.findById(ping.webhookId);
            return webhook == null ? null : Post.of(ping, webhook, webhook.secretsAt(clock.instant()));
        });
        var answer = post == null ? new Answer.None("The webhook was deleted") : posting.send(post);
        QuarkusTransaction.requiringNew().run(() -> over(Delivery.findById(id), answer));
    }

    private void over(Delivery ping, Answer answer) {
        var failure = failure(answer);
        ping.attempts = 1;
        ping.status = failure == null ? DeliveryStatus.Sent : DeliveryStatus.Undeliverable;
        ping.sentAt = failure == null ? clock.instant() : null;
        ping.reason = failure;
        ping.answerStatus = answer instanceof Answer.Status(int code) ? code : null;
    }

    private static @Nullable String failure(Answer answer) {
        return switch (answer) {
            case Answer.Status(int code) when code >= 200 && code < 300 -> null;
            case Answer.Status(int code) -> "It answered " + code + ".";
            case Answer.None(String reason) -> reason + ".";
        };
    }

    /// Waits until it is known what came of a ping, as long as a post may take. Must not be called inside a
    /// transaction.
    Delivery await(Written ping) {
        var delivery = find(ping);
        var until = delivery.writtenAt.plus(reach.timeout()).plus(MARGIN);
        while (!isOver(delivery) && clock.instant().isBefore(until)) {
            LockSupport.parkNanos(LOOK.toNanos());
            delivery = find(ping);
        }
        return delivery;
    }

    static boolean isOver(Delivery ping) {
        return ping.attempts > 0;
    }

    private static Delivery find(Written ping) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.findById(ping.deliveryId()));
    }
}

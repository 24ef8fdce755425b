package io.directpeering.notification.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.notification.delivery.Delivery;
import io.directpeering.notification.delivery.DeliveryStatus;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The messages to webhooks: each taken up by one sender at a time, and what became of it.
@ApplicationScoped
class WebhookLedger {

    /// Earlier messages of a peering go out before later ones; a webhook that fails is held.
    private static final String DUE = """
            select d.* from delivery d join webhook w on w.id = d.webhook_id
            where d.status = 'Pending' and d.channel = 'Webhook' and d.due_at <= :now
              and w.state = 'Enabled' and (w.held_until is null or w.held_until <= :now)
              and w.id not in (:busy)
              and not exists (
                select from delivery earlier where earlier.status = 'Pending' and earlier.channel = 'Webhook'
                  and earlier.peering_id = d.peering_id and earlier.recipient = d.recipient
                  and earlier.sequence < d.sequence)
            order by d.due_at, d.id limit 1
            for update of d skip locked""";

    /// Nobody's: a list in SQL cannot be empty.
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager database;
    private final WebhookSettings settings;
    private final Event<WebhookDisabled> disabled;
    private final Clock clock;

    WebhookLedger(EntityManager database, WebhookSettings settings, Event<WebhookDisabled> disabled, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.disabled = disabled;
        this.clock = clock;
    }

    /// Takes up the next message that is due. For the length of the lease no other sender takes it up; a sender that
    /// dies leaves it to the next one after that.
    ///
    /// @param busy webhooks that have enough under way
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Post> takeUp(Collection<UUID> busy) {
        var now = clock.instant();
        var left = new ArrayList<UUID>(busy);
        left.add(NOBODY);
        return database.unwrap(Session.class)
                .createNativeQuery(DUE, Delivery.class)
                .setParameter("now", now)
                .setParameter("busy", left)
                .getResultStream()
                .findFirst()
                .map(delivery -> {
                    delivery.attempts++;
                    delivery.dueAt = now.plus(settings.lease());
                    Webhook webhook = Webhook.findById(delivery.webhookId);
                    return Post.of(delivery, webhook, webhook.secretsAt(now));
                });
    }

    // The webhook's row is locked before the message's, here and wherever both are: so nobody waits in a circle.
    @Transactional(TxType.REQUIRES_NEW)
    void taken(Post post, int status) {
        var webhook = locked(post);
        Delivery.update(
                "status = Sent, reason = null, answerStatus = ?1, sentAt = ?2 where id = ?3 and status = Pending",
                status,
                clock.instant(),
                post.deliveryId());
        webhook.filter(it -> it.state == WebhookState.Enabled).ifPresent(Webhook::enable);
    }

    /// The receiver is gone for good.
    @Transactional(TxType.REQUIRES_NEW)
    void gone(Post post) {
        var reason = "It answered 410 Gone.";
        var webhook = locked(post);
        own(post, reason, 410).ifPresent(delivery -> {
            delivery.status = DeliveryStatus.Undeliverable;
            webhook.ifPresent(it -> disable(it, reason));
        });
    }

    /// Leaves it for later, holds the webhook meanwhile, and gives up where it took too long.
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Post post, String reason, @Nullable Integer status) {
        var now = clock.instant();
        var webhook = locked(post);
        own(post, reason, status).ifPresent(delivery -> {
            delivery.dueAt = now.plus(pause(post.attempts()));
            if (over(delivery.pendingSince, now)) {
                delivery.status = DeliveryStatus.Undeliverable;
            }
            webhook.filter(it -> it.state == WebhookState.Enabled).ifPresent(it -> hold(it, reason, now));
        });
    }

    private void hold(Webhook failing, String reason, Instant now) {
        if (failing.failingSince == null) {
            failing.failingSince = now;
        }
        if (over(failing.failingSince, now)) {
            disable(failing, "Nothing was taken for " + settings.giveUpAfter().toHours() + " hours. " + reason);
        } else if (failing.heldUntil == null || !failing.heldUntil.isAfter(now)) {
            failing.failures++;
            failing.heldUntil = now.plus(pause(failing.failures));
        }
    }

    /// What is still to be sent to a webhook will not be.
    @Transactional(TxType.MANDATORY)
    void drop(UUID webhook, String reason) {
        Delivery.update(
                "status = Undeliverable, reason = ?1 where webhookId = ?2 and status = Pending", reason, webhook);
    }

    /// Has it sent (again), however it stands.
    @Transactional(TxType.MANDATORY)
    void replay(Delivery delivery) {
        var now = clock.instant();
        delivery.status = DeliveryStatus.Pending;
        delivery.sentAt = null;
        delivery.reason = null;
        delivery.attempts = 0;
        delivery.pendingSince = now;
        delivery.dueAt = now;
    }

    List<Delivery> ofWebhook(UUID webhook, long before, int limit) {
        return Delivery.<Delivery>find("webhookId = ?1 and id < ?2 order by id desc", webhook, before)
                .page(0, limit)
                .list();
    }

    private void disable(Webhook webhook, String reason) {
        if (webhook.state == WebhookState.Enabled) {
            webhook.disable(reason);
            drop(webhook.id, "The webhook was disabled. " + reason);
            disabled.fire(new WebhookDisabled(webhook, clock.instant()));
        }
    }

    /// The message as its sender took it up, unless another has taken it up since, or it was replayed.
    private Optional<Delivery> own(Post post, String reason, @Nullable Integer status) {
        Delivery delivery = Delivery.findById(post.deliveryId(), LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null || delivery.status != DeliveryStatus.Pending || delivery.attempts != post.attempts()) {
            return Optional.empty();
        }
        delivery.reason = reason;
        delivery.answerStatus = status;
        return Optional.of(delivery);
    }

    private static Optional<Webhook> locked(Post post) {
        return Webhook.findByIdOptional(post.webhook(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Duration pause(int failures) {
        return settings.pauseAfter(failures, ThreadLocalRandom.current().nextDouble());
    }

    private boolean over(Instant since, Instant now) {
        return !now.isBefore(since.plus(settings.giveUpAfter()));
    }
}

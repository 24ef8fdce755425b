package io.directpeering.notification.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.directpeering.notification.delivery.DeliveriesWritten;
import io.directpeering.notification.delivery.Delivery;
import io.directpeering.notification.delivery.DeliveryStatus;
import io.directpeering.notification.reach.Answer;
import org.jspecify.annotations.Nullable;

/// Changes to webhooks, each a transaction.
@ApplicationScoped
class WebhookDesk {

    /// A webhook as it is now, and its new secret in the clear: the only moment at which it is.
    record Made(Webhook webhook, String secret) {}

    private final WebhookLedger ledger;
    private final WebhookSettings settings;
    private final SecretSeal seal;
    private final EntityManager database;
    private final Event<DeliveriesWritten> written;
    private final Clock clock;

    WebhookDesk(
            WebhookLedger ledger,
            WebhookSettings settings,
            SecretSeal seal,
            EntityManager database,
            Event<DeliveriesWritten> written,
            Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.seal = seal;
        this.database = database;
        this.written = written;
        this.clock = clock;
    }

    /// @return empty where its owner has as many as one may have
    @Transactional
    Optional<Made> register(WebhookWish wish, String url, String by) {
        // Two at once must not both be the last one.
        database.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('webhooks of'), hashtext(?1)) as text)",
                        String.class)
                .setParameter(1, String.valueOf(wish.peerAsn()))
                .getResultList();
        var owned =
                wish.peerAsn() == null ? Webhook.count("peerAsn is null") : Webhook.count("peerAsn", wish.peerAsn());
        if (owned >= settings.mostPerOwner()) {
            return Optional.empty();
        }
        var webhook = new Webhook();
        webhook.id = UUID.randomUUID();
        webhook.peerAsn = wish.peerAsn();
        webhook.url = url;
        webhook.events = List.of();
        webhook.enable();
        webhook.createdBy = by;
        webhook.createdAt = clock.instant();
        var secret = seal.newSecret();
        webhook.secret = seal.seal(secret, webhook.id);
        apply(wish, webhook);
        webhook.persist();
        return Optional.of(new Made(webhook, secret));
    }

    @Transactional
    Webhook change(UUID id, WebhookWish wish) {
        var webhook = locked(id);
        if (wish.url() != null) {
            webhook.url = wish.url();
        }
        apply(wish, webhook);
        written.fire(new DeliveriesWritten());
        return webhook;
    }

    private void apply(WebhookWish wish, Webhook webhook) {
        if (wish.events() != null) {
            webhook.events = wish.events().stream().distinct().toList();
        }
        if (wish.description() != null) {
            webhook.description = wish.description().isEmpty() ? null : wish.description();
        }
        if (wish.state() != null) {
            switch (WebhookState.valueOf(wish.state())) {
                case Enabled -> webhook.enable();
                case Disabled -> {
                    webhook.disable("By hand.");
                    ledger.drop(webhook.id, "The webhook was disabled by hand.");
                }
            }
        }
    }

    @Transactional
    Made rotate(UUID id) {
        var webhook = locked(id);
        var secret = seal.newSecret();
        webhook.formerSecret = webhook.secret;
        webhook.formerSecretUntil = clock.instant().plus(settings.secretOverlap());
        webhook.secret = seal.seal(secret, id);
        return new Made(webhook, secret);
    }

    @Transactional
    void remove(UUID id) {
        locked(id).delete();
        ledger.drop(id, "The webhook was deleted.");
    }

    /// Has a message sent again.
    ///
    /// @return empty where there is no such message to this webhook, or it has nothing to say any more
    @Transactional
    Optional<Delivery> replay(UUID id, long deliveryId) {
        locked(id);
        Optional<Delivery> found = Delivery.findByIdOptional(deliveryId, LockModeType.PESSIMISTIC_WRITE);
        return found.filter(delivery -> id.equals(delivery.webhookId) && delivery.peeringId != null)
                .map(delivery -> {
                    ledger.replay(delivery);
                    written.fire(new DeliveriesWritten());
                    return delivery;
                });
    }

    /// A ping, as it is to be posted; written down with what came of it ([#pinged]).
    Post ping(Webhook webhook) {
        var now = clock.instant();
        return new Post(
                0,
                1,
                webhook.id,
                webhook.url,
                Posting.newMessageId(),
                Payload.ping(now, webhook.id.toString()),
                webhook.secretsAt(now));
    }

    @Transactional
    Delivery pinged(Webhook webhook, Post ping, Answer answer) {
        var delivery = WebhookTeller.to(webhook, "ping", clock);
        delivery.messageId = ping.messageId();
        delivery.body = ping.body();
        delivery.attempts = 1;
        var failure = failure(answer);
        delivery.status = failure == null ? DeliveryStatus.Sent : DeliveryStatus.Undeliverable;
        delivery.sentAt = failure == null ? delivery.writtenAt : null;
        delivery.reason = failure;
        delivery.answerStatus = answer instanceof Answer.Status(int code) ? code : null;
        delivery.persist();
        return delivery;
    }

    private static @Nullable String failure(Answer answer) {
        return switch (answer) {
            case Answer.Status(int code) when code >= 200 && code < 300 -> null;
            case Answer.Status(int code) -> "It answered " + code + ".";
            case Answer.None(String reason) -> reason + ".";
        };
    }

    private static Webhook locked(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(WebhooksResource::absent);
    }
}

package io.directpeering.notification.webhook;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.notification.delivery.Channel;
import io.directpeering.notification.delivery.DeliveriesWritten;
import io.directpeering.notification.delivery.Delivery;

/// Changes to webhooks, each in a transaction that holds the webhook's row.
@ApplicationScoped
class WebhookDesk {

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
    @Transactional(TxType.MANDATORY)
    Optional<Webhook> register(WebhookWish wish, String url, String by) {
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
        webhook.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        webhook.secret = seal.seal(seal.newSecret(), webhook.id);
        apply(wish, webhook);
        webhook.persist();
        return Optional.of(webhook);
    }

    @Transactional(TxType.MANDATORY)
    void change(Webhook webhook, WebhookWish wish) {
        if (wish.url() != null) {
            webhook.url = wish.url();
        }
        apply(wish, webhook);
        written.fire(new DeliveriesWritten(Channel.Webhook));
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

    @Transactional(TxType.MANDATORY)
    void rotate(Webhook webhook) {
        webhook.formerSecret = webhook.secret;
        webhook.formerSecretUntil = clock.instant().plus(settings.secretOverlap());
        webhook.secret = seal.seal(seal.newSecret(), webhook.id);
    }

    @Transactional(TxType.MANDATORY)
    void remove(Webhook webhook) {
        webhook.delete();
        ledger.drop(webhook.id, "The webhook was deleted.");
    }

    /// Has a message sent again.
    ///
    /// @return empty where there is no such message to this webhook, or it has nothing to say any more
    @Transactional(TxType.MANDATORY)
    Optional<Delivery> replay(Webhook webhook, long deliveryId) {
        Optional<Delivery> found = Delivery.findByIdOptional(deliveryId, LockModeType.PESSIMISTIC_WRITE);
        return found.filter(delivery -> webhook.id.equals(delivery.webhookId) && delivery.peeringId != null)
                .map(delivery -> {
                    ledger.replay(delivery);
                    written.fire(new DeliveriesWritten(Channel.Webhook));
                    return delivery;
                });
    }
}

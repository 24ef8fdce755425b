package io.directpeering.notification.webhook;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.notification.delivery.Channel;
import io.directpeering.notification.delivery.Delivery;
import io.directpeering.notification.delivery.DeliveryLedger;
import io.directpeering.notification.delivery.DeliveryStatus;
import io.directpeering.notification.delivery.Teller;
import io.directpeering.traces.Traceparent;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Writes down which webhooks are told of a transition, and what.
@ApplicationScoped
class WebhookTeller implements Teller {

    private final DeliveryLedger ledger;
    private final Clock clock;

    WebhookTeller(DeliveryLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void tell(PeeringTransitioned transition, DeliveryStatus status) {
        if (status == DeliveryStatus.ToldBefore) {
            return;
        }
        long asn = transition.getSnapshot().getPeer().getAsn();
        // Locked, so that a webhook that is being disabled meanwhile leaves no message behind that is never sent.
        Webhook.<Webhook>find("state = Enabled and (peerAsn is null or peerAsn = ?1) order by id", asn)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .stream()
                .filter(webhook -> webhook.wants(transition.getCause().getType()))
                .forEach(webhook -> ledger.write(delivery(transition, webhook)));
    }

    private Delivery delivery(PeeringTransitioned transition, Webhook webhook) {
        var delivery = to(webhook, transition.getCause().getType(), clock);
        delivery.peeringId = transition.getSnapshot().getPeeringId();
        delivery.sequence = transition.getSequence();
        delivery.peerAsn = transition.getSnapshot().getPeer().getAsn();
        delivery.body = Payload.of(transition, webhook.ofOperator());
        delivery.messageId = messageId(delivery.peeringId, transition.getSequence(), webhook.id);
        delivery.status = DeliveryStatus.Pending;
        return delivery;
    }

    static Delivery to(Webhook webhook, String eventType, Clock clock) {
        var delivery = new Delivery();
        delivery.channel = Channel.Webhook;
        delivery.recipient = webhook.id.toString();
        delivery.webhookId = webhook.id;
        delivery.peerAsn = webhook.peerAsn;
        delivery.toOperator = webhook.ofOperator();
        delivery.eventType = eventType;
        delivery.subject = eventType;
        delivery.traceparent = Traceparent.current();
        delivery.writtenAt = clock.instant();
        delivery.pendingSince = delivery.writtenAt;
        delivery.dueAt = delivery.writtenAt;
        return delivery;
    }

    /// Follows from what is told to whom, so a message sent again after a crash carries the same one.
    static String messageId(UUID peeringId, long sequence, UUID webhook) {
        return "msg_" + UUID.nameUUIDFromBytes((peeringId + "/" + sequence + "/" + webhook).getBytes(UTF_8));
    }
}

package io.directpeering.notification.webhook;

import java.util.List;
import java.util.UUID;

import io.directpeering.notification.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/// One message on its way to one webhook.
///
/// @param attempts tells the sender that took it up from one that takes it up later
/// @param secrets  sealed; messages are signed with each of them
/// @param peeringId what it tells of; null: the webhook itself
/// @param traceparent the trace of the transition that it tells of; null: none is followed
record Post(
        long deliveryId,
        int attempts,
        UUID webhook,
        String url,
        String messageId,
        String body,
        List<byte[]> secrets,
        @Nullable UUID peeringId,
        @Nullable String traceparent) {

    static Post of(Delivery delivery, Webhook webhook, List<byte[]> secrets) {
        return new Post(
                delivery.id,
                delivery.attempts,
                webhook.id,
                webhook.url,
                delivery.messageId,
                delivery.body,
                secrets,
                delivery.peeringId,
                delivery.traceparent);
    }
}

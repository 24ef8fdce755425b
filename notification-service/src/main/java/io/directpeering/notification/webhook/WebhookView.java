package io.directpeering.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.notification.delivery.Delivery;
import io.directpeering.notification.delivery.DeliveryStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A webhook as clients see it.
///
/// @param formerSecretUntil until then messages carry a signature by the former secret too
/// @param failingSince      since when nothing is taken
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook")
public record WebhookView(
        UUID id,
        String url,
        @Nullable Long peerAsn,
        List<String> events,
        @Nullable String description,
        WebhookState state,
        @Nullable String disabledReason,
        Instant createdAt,
        @Nullable Instant formerSecretUntil,
        @Nullable Instant failingSince) {

    /// @param masked shows of the address only its host: what stands behind that may be what lets messages in
    static WebhookView of(Webhook webhook, boolean masked, Instant now) {
        var rotating = webhook.formerSecretUntil != null && now.isBefore(webhook.formerSecretUntil);
        return new WebhookView(
                webhook.id,
                masked ? hostOnly(webhook.url) : webhook.url,
                webhook.peerAsn,
                webhook.events,
                webhook.description,
                webhook.state,
                webhook.disabledReason,
                webhook.createdAt,
                rotating ? webhook.formerSecretUntil : null,
                webhook.failingSince);
    }

    private static String hostOnly(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getHost() + "/***";
    }

    /// A webhook with its secret: shown when it is made and when the secret is changed, never again.
    ///
    /// @param secret what messages are signed with, `whsec_…`
    @Schema(name = "WebhookWithSecret")
    public record WithSecret(WebhookView webhook, String secret) {}

    @Schema(name = "Webhooks")
    public record Several(List<WebhookView> items) {}

    @Schema(name = "WebhookDeliveries")
    public record Messages(List<Message> items) {}

    /// One message to a webhook, and how that went.
    ///
    /// @param id           for replaying it, and as `after` for the next page
    /// @param messageId    what stands in `webhook-id`
    /// @param type         type of the fact, or `ping`
    /// @param reason       why the last attempt failed, or it will not be sent
    /// @param answerStatus status of the last answer
    /// @param nextAttempt  when it is sent (again)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookDelivery")
    public record Message(
            long id,
            String messageId,
            String type,
            @Nullable UUID peeringId,
            @Nullable Long sequence,
            DeliveryStatus status,
            int attempts,
            @Nullable String reason,
            @Nullable Integer answerStatus,
            Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable Instant nextAttempt) {

        static Message of(Delivery delivery) {
            return new Message(
                    delivery.id,
                    delivery.messageId,
                    delivery.subject,
                    delivery.peeringId,
                    delivery.sequence,
                    delivery.status,
                    delivery.attempts,
                    delivery.reason,
                    delivery.answerStatus,
                    delivery.writtenAt,
                    delivery.sentAt,
                    delivery.status == DeliveryStatus.Pending ? delivery.dueAt : null);
        }
    }
}

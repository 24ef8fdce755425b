package io.directpeering.notification.mail;

import java.time.Instant;
import java.util.UUID;

/// That a webhook was disabled because of how it answered.
///
/// @param host of its address; the rest of that is the owner's secret
public record WebhookNotice(UUID id, String host, String reason, Instant at) {

    String subject() {
        return "[Webhook " + id.toString().substring(0, 8) + "] Disabled";
    }
}

package io.directpeering.notification.webhook;

import java.time.Instant;

/// Fired in the transaction that disabled a webhook because of how it answered.
record WebhookDisabled(Webhook webhook, Instant at) {}

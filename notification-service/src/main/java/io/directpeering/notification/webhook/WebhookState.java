package io.directpeering.notification.webhook;

/// Whether a webhook is told.
public enum WebhookState {
    Enabled,
    /// By its owner, or because it could not be reached or is gone; the webhook says which.
    Disabled
}

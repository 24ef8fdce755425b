package io.directpeering.notification.delivery;

/// A way to reach a recipient. Its name stands in the database and in Message-IDs.
public enum Channel {
    Email,
    Webhook
}

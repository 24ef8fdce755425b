package io.directpeering.notification.delivery;

/// How a delivery stands.
public enum DeliveryStatus {
    /// To be sent, for the first time or again.
    Pending,
    /// The mail server took it over, or the webhook answered that it has it.
    Sent,
    /// Will not be sent; the delivery says why.
    Undeliverable,
    /// Its transition happened before this service began to tell; see [ToldFrom].
    ToldBefore
}

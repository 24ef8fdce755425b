package io.directpeering.notification.delivery;

/// Fired in the transaction that wrote deliveries, for whoever acts once it is committed.
public record DeliveriesWritten(Channel channel) {}

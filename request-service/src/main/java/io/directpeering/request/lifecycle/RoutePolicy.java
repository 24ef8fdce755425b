package io.directpeering.request.lifecycle;

/// What a connection's sessions let through. Spelled as on the wire.
public enum RoutePolicy {
    NoSession,
    DenyAll,
    /// In force only while the connection is Active and not in maintenance.
    Allow,
    /// Graceful shutdown (RFC 8326).
    Drain
}

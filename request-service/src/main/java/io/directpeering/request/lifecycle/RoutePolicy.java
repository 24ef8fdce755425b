package io.directpeering.request.lifecycle;

/// What a connection's sessions let through. Spelled as on the wire.
public enum RoutePolicy {
    NoSession,
    DenyAll,
    /// In force only while the connection is Active.
    Allow,
    /// Graceful shutdown (RFC 8326).
    Drain
}

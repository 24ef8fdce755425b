package io.directpeering.provisioning.router;

/// What a connection's sessions let through.
public enum Policy {
    /// Import and export reject every route; the sessions may still establish (RFC 8212 made explicit).
    DENY_ALL,
    /// What was agreed flows, up to the maximum of prefixes.
    OPEN,
    /// Routes carry the community GRACEFUL_SHUTDOWN (RFC 8326), so that traffic moves away.
    DRAIN
}

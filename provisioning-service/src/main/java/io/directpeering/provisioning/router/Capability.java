package io.directpeering.provisioning.router;

/// What a router can do beyond plain sessions.
public enum Capability {
    /// TCP MD5 (RFC 2385).
    MD5,
    /// TCP-AO (RFC 5925).
    TCP_AO,
    /// Pings from the port.
    LINK_TEST,
    /// Hints when something changes.
    WATCH
}

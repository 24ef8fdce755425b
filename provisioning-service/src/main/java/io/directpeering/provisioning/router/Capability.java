package io.directpeering.provisioning.router;

/// What a router can do beyond plain sessions.
public enum Capability {
    /// TCP MD5 (RFC 2385).
    MD5,
    /// TCP-AO (RFC 5925).
    TCP_AO,
    /// Only packets from next door are taken (GTSM, RFC 5082), on all of its sessions.
    TTL_SECURITY,
    /// BFD (RFC 5880) watches over all of its sessions.
    BFD,
    /// Sends its BGP role (RFC 9234) in all of its sessions.
    ROLE,
    /// Counts a session's falls itself; else only those are counted that were seen.
    FLAP_COUNT,
    /// Pings from the port.
    LINK_TEST,
    /// Hints when something changes.
    WATCH
}

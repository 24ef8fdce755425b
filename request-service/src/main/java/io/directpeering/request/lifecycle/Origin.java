package io.directpeering.request.lifecycle;

/// Where a peering comes from. Spelled as on the wire.
public enum Origin {
    /// Requested here.
    New,
    /// Set up outside this system and adopted: its live sessions are never touched.
    Legacy
}

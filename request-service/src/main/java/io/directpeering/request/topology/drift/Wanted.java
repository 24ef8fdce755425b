package io.directpeering.request.topology.drift;

/// Whether a session should be there.
public enum Wanted {
    /// None should be on the router.
    NoSession,
    /// One may be there, up or not: it is being built, taken down or worked on.
    MayStand,
    /// It should be there and Established.
    Established
}

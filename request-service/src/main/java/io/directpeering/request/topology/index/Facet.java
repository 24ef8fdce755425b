package io.directpeering.request.topology.index;

/// What peerings are told apart by. The names are those of the parameters and members of the API.
public enum Facet {
    state(false),
    redundant(false),
    peerAsn(false),
    peeringLocation(false),
    connectionState(true),
    facility(true);

    private final boolean ofConnections;

    Facet(boolean ofConnections) {
        this.ofConnections = ofConnections;
    }

    /// Each connection has one of its own.
    public boolean isOfConnections() {
        return ofConnections;
    }
}

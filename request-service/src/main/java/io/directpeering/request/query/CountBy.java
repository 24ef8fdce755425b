package io.directpeering.request.query;

import io.directpeering.request.topology.index.Facet;

/// What peerings can be counted by. The words are those of the API.
public enum CountBy {
    state(Facet.state),
    redundant(Facet.redundant),
    peerAsn(Facet.peerAsn),
    peeringLocation(Facet.peeringLocation),
    /// A peering counts in every state that a connection of it is in.
    connectionState(Facet.connectionState),
    /// A peering counts at every facility where it has a connection.
    facility(Facet.facility);

    private final Facet facet;

    CountBy(Facet facet) {
        this.facet = facet;
    }

    Facet facet() {
        return facet;
    }
}

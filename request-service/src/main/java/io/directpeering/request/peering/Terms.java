package io.directpeering.request.peering;

import java.util.List;

import io.directpeering.events.DirectPeeringType;
import io.directpeering.request.catalogue.Location;
import io.directpeering.request.peering.WantedPeering.WantedConnection;

/// What is the same for every connection of a request, checked.
record Terms(long peerAsn, String name, Location location, DirectPeeringType directPeeringType) {

    WantedPeering wanted(List<WantedConnection> connections) {
        return new WantedPeering(peerAsn, name, location.name(), directPeeringType, List.copyOf(connections));
    }
}

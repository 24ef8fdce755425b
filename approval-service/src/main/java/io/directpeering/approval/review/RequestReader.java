package io.directpeering.approval.review;

import java.util.List;
import jakarta.inject.Singleton;

import io.directpeering.approval.peer.PeerReader;
import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.RequestedPeering;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.SessionAddressProvider;

/// Reads the request out of a snapshot, for the rules to look at.
@Singleton
class RequestReader {

    private final PeerReader peers;

    RequestReader(PeerReader peers) {
        this.peers = peers;
    }

    RequestedPeering requested(PeeringSnapshot snapshot) {
        var peer = snapshot.getPeer();
        return new RequestedPeering(
                peers.read(peer.getAsn(), peer.getValidationState(), Person.of(peer.getContacts())),
                connections(snapshot.getConnections()));
    }

    private static List<RequestedPeering.Connection> connections(List<ConnectionSnapshot> connections) {
        return connections.stream()
                .map(connection -> {
                    var requested = connection.getRequested();
                    var demarcation = connection.getDemarcation();
                    return new RequestedPeering.Connection(
                            requested.getPeeringDBFacilityId(),
                            requested.getBandwidthInMbps(),
                            requested.getSessionAddressProvider() == SessionAddressProvider.Peer,
                            requested.getSessionPrefixV4(),
                            requested.getSessionPrefixV6(),
                            requested.getMaxPrefixesAdvertisedV4(),
                            requested.getMaxPrefixesAdvertisedV6(),
                            demarcation == null ? null : demarcation.getRouter());
                })
                .toList();
    }
}

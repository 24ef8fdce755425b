package io.directpeering.approval.review;

import java.util.List;

import io.directpeering.approval.policy.RequestedPeering;
import io.directpeering.approval.policy.RequestedPeering.Registration;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.Contact;
import io.directpeering.events.ContactRole;
import io.directpeering.events.PeeringSnapshot;

/// Reads the request out of a snapshot: the one place where the policy meets the wire format.
final class RequestReader {

    private RequestReader() {}

    static RequestedPeering requested(PeeringSnapshot snapshot) {
        var peer = snapshot.getPeer();
        return new RequestedPeering(
                peer.getAsn(),
                switch (peer.getValidationState()) {
                    case None -> Registration.None;
                    case Pending -> Registration.Pending;
                    case Approved -> Registration.Approved;
                    case Failed -> Registration.Failed;
                    case Unknown -> Registration.Unknown;
                },
                peer.getContacts().stream().map(RequestReader::contact).toList(),
                connections(snapshot.getConnections()));
    }

    private static RequestedPeering.Contact contact(Contact contact) {
        return new RequestedPeering.Contact(
                contact.getRole() == ContactRole.Noc, contact.getEmail(), contact.getPhone());
    }

    private static List<RequestedPeering.Connection> connections(List<ConnectionSnapshot> connections) {
        return connections.stream()
                .map(connection -> {
                    var requested = connection.getRequested();
                    var demarcation = connection.getDemarcation();
                    return new RequestedPeering.Connection(
                            requested.getPeeringDBFacilityId(),
                            requested.getBandwidthInMbps(),
                            requested.getSessionPrefixV4(),
                            requested.getSessionPrefixV6(),
                            requested.getMaxPrefixesAdvertisedV4(),
                            requested.getMaxPrefixesAdvertisedV6(),
                            demarcation == null ? null : demarcation.getRouter());
                })
                .toList();
    }
}

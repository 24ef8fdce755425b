package io.directpeering.request.asn;

import java.util.List;

import io.directpeering.events.Peer;
import io.directpeering.events.ValidationState;

/// A registered peer as clients read it.
record PeerAsnView(long asn, String name, ValidationState validationState, List<ContactBody> contacts) {

    static PeerAsnView of(Peer peer) {
        return new PeerAsnView(
                peer.getAsn(),
                peer.getName(),
                peer.getValidationState(),
                peer.getContacts().stream()
                        .map(contact -> new ContactBody(
                                contact.getRole().name(), contact.getName(), contact.getEmail(), contact.getPhone()))
                        .toList());
    }

    /// The answer to `GET /peer-asns`.
    record Items(List<PeerAsnView> items) {}
}

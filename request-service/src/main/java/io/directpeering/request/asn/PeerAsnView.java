package io.directpeering.request.asn;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.ValidationState;
import org.jspecify.annotations.Nullable;

/// A registered peer as clients read it.
///
/// @param reason   why it is in this validation state, where somebody said
/// @param revision 1, 2, 3 … per ASN
record PeerAsnView(
        long asn,
        String name,
        ValidationState validationState,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        long revision,
        List<ContactBody> contacts) {

    /// For whoever reads for statistics: that there are contacts, and none of them.
    static PeerAsnView masked(Registration registration) {
        var whole = of(registration);
        return new PeerAsnView(
                whole.asn,
                whole.name,
                whole.validationState,
                whole.reason,
                whole.revision,
                whole.contacts.stream()
                        .map(contact -> new ContactBody(contact.role(), null, null, null))
                        .toList());
    }

    static PeerAsnView of(Registration registration) {
        var peer = registration.peer();
        return new PeerAsnView(
                peer.getAsn(),
                peer.getName(),
                peer.getValidationState(),
                registration.reason(),
                registration.revision(),
                peer.getContacts().stream()
                        .map(contact -> new ContactBody(
                                contact.getRole().name(), contact.getName(), contact.getEmail(), contact.getPhone()))
                        .toList());
    }

    /// The answer to `GET /peer-asns`.
    record Items(List<PeerAsnView> items) {}
}

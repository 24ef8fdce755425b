package io.directpeering.approval.registration;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.approval.peer.Person;
import io.directpeering.events.ValidationState;

/// Tells others what is known of a peer ASN.
@ApplicationScoped
public class KnownPeers {

    /// What is known of a peer ASN; of one that is not registered: None, and nobody to call.
    public record KnownPeer(ValidationState validationState, List<Person> contacts) {}

    @Transactional
    public KnownPeer find(long asn) {
        return Registration.<Registration>findByIdOptional(asn)
                .map(found -> new KnownPeer(found.validationState, found.contacts))
                .orElseGet(() -> new KnownPeer(ValidationState.None, List.of()));
    }
}

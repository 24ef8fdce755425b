package io.directpeering.approval.policy;

import org.jspecify.annotations.Nullable;

/// The network operations centre can be reached by e-mail and by phone.
public record NocContact() implements PeerCheck {

    @Override
    public Finding examine(RegisteredPeer peer) {
        var nocs = peer.contacts().stream().filter(RegisteredPeer.Contact::noc).toList();
        long reachable = nocs.stream()
                .filter(contact -> given(contact.email()) && given(contact.phone()))
                .count();
        // Counted and not quoted: evidence goes into the event log, people's addresses do not.
        var evidence = "AS%d has %d Noc contact(s), %d with both e-mail and phone."
                .formatted(peer.asn(), nocs.size(), reachable);
        return reachable > 0 ? Finding.passed(evidence) : Finding.failed(evidence);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}

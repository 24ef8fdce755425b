package io.directpeering.approval.policy;

/// Something that the peer attests and this system has no source to judge by.
///
/// @param statement what the peer attests, as a sentence
public record Attested(String statement) implements PeerCheck {

    @Override
    public Finding examine(RegisteredPeer peer) {
        return Finding.notApplicable("Attested by AS" + peer.asn() + ", not judged here: " + statement);
    }
}

package io.directpeering.approval.policy;

/// Something that the peer attests and this system has no source to judge by.
///
/// @param statement what the peer attests, as a sentence
public record Attested(String statement) implements Check {

    @Override
    public Finding examine(RequestedPeering request) {
        return Finding.notApplicable("Attested by the peer, not judged here: " + statement);
    }
}

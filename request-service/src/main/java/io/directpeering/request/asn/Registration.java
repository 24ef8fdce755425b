package io.directpeering.request.asn;

import io.directpeering.events.Peer;
import io.directpeering.events.ValidationState;
import org.jspecify.annotations.Nullable;

/// A peer as it is registered.
///
/// @param revision 1, 2, 3 … per ASN: how often it was registered or changed
/// @param reason   why it is in this validation state, where somebody said
public record Registration(
        Peer peer, long revision, @Nullable String reason) {

    public boolean isApproved() {
        return peer.getValidationState() == ValidationState.Approved;
    }
}

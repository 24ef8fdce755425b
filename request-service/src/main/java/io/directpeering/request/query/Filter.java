package io.directpeering.request.query;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import org.jspecify.annotations.Nullable;

/// Which peerings to list; null: any.
public record Filter(
        @Nullable Long peerAsn,
        @Nullable PeeringState state,
        @Nullable String peeringLocation) {

    /// Lets everything pass.
    public static final Filter ALL = new Filter(null, null, null);

    boolean passes(PeeringSnapshot snapshot) {
        return (peerAsn == null || peerAsn == snapshot.getPeer().getAsn())
                && (state == null || state == snapshot.getState())
                && (peeringLocation == null || peeringLocation.equals(snapshot.getPeeringLocation()));
    }
}

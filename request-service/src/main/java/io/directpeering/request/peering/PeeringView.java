package io.directpeering.request.peering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.DirectPeeringType;
import io.directpeering.events.Origin;
import io.directpeering.events.PeeringState;
import io.directpeering.request.query.Known;

/// A peering as clients read it.
///
/// @param sequence number of its transitions so far; also the ETag
record PeeringView(
        UUID peeringId,
        long sequence,
        Instant updatedAt,
        PeeringState state,
        boolean redundant,
        Origin origin,
        long peerAsn,
        String peerName,
        String name,
        String peeringLocation,
        DirectPeeringType directPeeringType,
        String requestedBy,
        Instant requestedAt,
        List<ConnectionView> connections) {

    static PeeringView of(Known known) {
        var snapshot = known.snapshot();
        return new PeeringView(
                snapshot.getPeeringId(),
                snapshot.getSequence(),
                snapshot.getUpdatedAt(),
                snapshot.getState(),
                snapshot.getRedundant(),
                snapshot.getOrigin(),
                snapshot.getPeer().getAsn(),
                snapshot.getPeer().getName(),
                snapshot.getPeeringName(),
                snapshot.getPeeringLocation(),
                snapshot.getDirectPeeringType(),
                snapshot.getRequestedBy(),
                snapshot.getRequestedAt(),
                snapshot.getConnections().stream()
                        .map(connection -> ConnectionView.of(connection, known.sessions()))
                        .toList());
    }

    /// The answer to `GET /peerings`.
    record Items(List<PeeringView> items) {}
}

package io.directpeering.request.query;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.request.topology.index.Position;

/// Where a peering stands in lists: the latest request first; of two at the same moment, the id decides.
public record ListPlace(Instant requestedAt, UUID peeringId) implements Comparable<ListPlace> {

    public static ListPlace of(Known peering) {
        return new ListPlace(
                peering.snapshot().getRequestedAt(), peering.snapshot().getPeeringId());
    }

    Position position() {
        return new Position(requestedAt, peeringId);
    }

    @Override
    public int compareTo(ListPlace other) {
        return position().compareTo(other.position());
    }
}

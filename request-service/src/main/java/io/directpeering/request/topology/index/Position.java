package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// Where a peering stands in lists: the latest request first; of two at the same moment, the id decides.
public record Position(Instant requestedAt, UUID peeringId) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::requestedAt).reversed().thenComparing(Position::peeringId);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}

package io.directpeering.request.topology;

import java.util.function.Consumer;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.topology.stored.StoredPeering;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// Goes once through all peerings of a partition, a few at a time, so that facts need not wait behind it.
final class Walk {

    private final ReadOnlyKeyValueStore<String, StoredPeering> peerings;
    private @Nullable String reached;
    private boolean over;

    Walk(ReadOnlyKeyValueStore<String, StoredPeering> peerings) {
        this.peerings = peerings;
    }

    /// Visits the next ones.
    ///
    /// @return whether all have been visited
    boolean visit(int atMost, Consumer<PeeringSnapshot> visitor) {
        try (var rest = peerings.range(reached, null)) {
            int visited = 0;
            while (rest.hasNext() && visited < atMost) {
                var next = rest.next();
                if (!next.key.equals(reached)) {
                    visitor.accept(next.value.snapshot());
                    reached = next.key;
                    visited++;
                }
            }
            over = over || !rest.hasNext();
            return over;
        }
    }

    /// Whether this peering has been visited; one that comes to be where the walk has been counts as visited.
    boolean isPast(String key) {
        return over || reached != null && key.compareTo(reached) <= 0;
    }
}

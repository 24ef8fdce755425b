package io.directpeering.request.topology.index;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/// Per value of each facet, the peerings that have it; of connections, those that have one with it.
final class Facets {

    private final Map<Facet, Map<Object, RoaringBitmap>> sets = new EnumMap<>(Facet.class);

    Facets() {
        for (var facet : Facet.values()) {
            sets.put(facet, new HashMap<>());
        }
    }

    /// Adds a peering to all that it has a part in.
    void add(int peering, Columns columns) {
        of(Facet.state, columns.state(peering)).add(peering);
        of(Facet.redundant, columns.redundant(peering)).add(peering);
        of(Facet.peerAsn, columns.peerAsn(peering)).add(peering);
        of(Facet.peeringLocation, columns.peeringLocation(peering)).add(peering);
        for (int each = 0; each < columns.connections(peering); each++) {
            of(Facet.connectionState, columns.connectionState(peering, each)).add(peering);
            of(Facet.facility, columns.facility(peering, each)).add(peering);
        }
    }

    /// Takes it out of what changes with time. Network, place and facilities never do.
    void removeFromWhatChanges(int peering, Columns columns) {
        of(Facet.state, columns.state(peering)).remove(peering);
        of(Facet.redundant, columns.redundant(peering)).remove(peering);
        for (int each = 0; each < columns.connections(peering); each++) {
            of(Facet.connectionState, columns.connectionState(peering, each)).remove(peering);
        }
    }

    /// Those that have it.
    RoaringBitmap having(Facet facet, Object value) {
        return sets(facet).getOrDefault(value, new RoaringBitmap());
    }

    /// Those that have one of these.
    RoaringBitmap havingAny(Facet facet, Collection<?> values) {
        return FastAggregation.or(
                values.stream().map(each -> having(facet, each)).toArray(RoaringBitmap[]::new));
    }

    /// Every set there is.
    Stream<RoaringBitmap> all() {
        return sets.values().stream().flatMap(each -> each.values().stream());
    }

    private RoaringBitmap of(Facet facet, Object value) {
        return sets(facet).computeIfAbsent(value, _ -> new RoaringBitmap());
    }

    private Map<Object, RoaringBitmap> sets(Facet facet) {
        @Nullable Map<Object, RoaringBitmap> found = sets.get(facet);
        if (found == null) {
            throw new IllegalArgumentException("There is no facet " + facet);
        }
        return found;
    }
}

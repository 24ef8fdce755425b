package io.directpeering.request.topology.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.roaringbitmap.RoaringBitmap;

/// Counts peerings and their connections by facets. By facets of connections, a peering counts once in each group in
/// which it has a connection.
final class Counting {

    /// So many are gone through before it is seen whether there are too many groups.
    private static final int BATCH = 1 << 10;

    private final Columns columns;
    private final Criteria criteria;
    private final Facet[] by;
    private final int[] codes;
    private final long nowMs;
    private final boolean ofConnections;
    private final Groups groups;

    Counting(Columns columns, Criteria criteria, List<Facet> by, int mostGroups, long nowMs) {
        this.columns = columns;
        this.criteria = criteria;
        this.by = by.toArray(Facet[]::new);
        this.codes = by.stream().mapToInt(columns::codes).toArray();
        this.nowMs = nowMs;
        this.ofConnections = by.stream().anyMatch(Facet::isOfConnections);
        this.groups = new Groups((int) Math.min(mostGroups, possible()));
    }

    private long possible() {
        long all = 1;
        for (int some : codes) {
            all *= Math.max(1, some);
        }
        return all;
    }

    /// @return by the values of the facets, in their order; empty: there are too many groups
    Optional<Map<List<Object>, Tally>> over(RoaringBitmap meant) {
        var rest = meant.getBatchIterator();
        var batch = new int[BATCH];
        while (rest.hasNext() && !groups.overflow()) {
            int size = rest.nextBatch(batch);
            for (int each = 0; each < size; each++) {
                count(batch[each]);
            }
        }
        return groups.overflow() ? Optional.empty() : Optional.of(groups.tallies(this::values));
    }

    private void count(int peering) {
        int connections = columns.connections(peering);
        if (ofConnections) {
            for (int each = 0; each < connections; each++) {
                if (Selection.meets(peering, each, columns, criteria, nowMs)) {
                    groups.add(group(peering, each), peering, 1);
                }
            }
            return;
        }
        int some = 0;
        for (int each = 0; each < connections; each++) {
            some += Selection.meets(peering, each, columns, criteria, nowMs) ? 1 : 0;
        }
        groups.add(group(peering, 0), peering, some);
    }

    /// The values of the facets as the digits of one number.
    private long group(int peering, int connection) {
        long group = 0;
        for (int each = 0; each < by.length; each++) {
            group = group * codes[each] + columns.code(by[each], peering, connection);
        }
        return group;
    }

    private List<Object> values(long group) {
        var values = new ArrayList<>();
        long rest = group;
        for (int each = by.length - 1; each >= 0; each--) {
            values.addFirst(columns.value(by[each], (int) (rest % codes[each])));
            rest /= codes[each];
        }
        return values;
    }
}

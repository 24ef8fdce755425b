package io.directpeering.request.topology.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.roaringbitmap.RoaringBitmap;

/// Counts peerings and their connections by facets. By facets of connections, a peering counts once in each group in
/// which it has a connection.
final class Counting {

    private final Columns columns;
    private final Criteria criteria;
    private final List<Facet> by;
    private final int mostGroups;
    private final long nowMs;
    private final boolean ofConnections;
    private final Map<Key, long[]> groups = new HashMap<>();

    /// The values of the facets that are counted by, packed: a million of them are made for one answer.
    private record Key(long peer, long words) {

        private static final Key NONE = new Key(0, 0);

        Key with(Facet facet, int value) {
            return switch (facet) {
                case peerAsn -> new Key(peer | Integer.toUnsignedLong(value) << 32, words);
                case facility -> new Key(peer | Integer.toUnsignedLong(value), words);
                case state -> new Key(peer, words | value);
                case connectionState -> new Key(peer, words | (long) value << 8);
                case redundant -> new Key(peer, words | (long) value << 16);
                case peeringLocation -> new Key(peer, words | (long) value << 32);
            };
        }

        int of(Facet facet) {
            return switch (facet) {
                case peerAsn -> (int) (peer >>> 32);
                case facility -> (int) peer;
                case state -> (int) words & 0xff;
                case connectionState -> (int) (words >>> 8) & 0xff;
                case redundant -> (int) (words >>> 16) & 1;
                case peeringLocation -> (int) (words >>> 32);
            };
        }
    }

    Counting(Columns columns, Criteria criteria, List<Facet> by, int mostGroups, long nowMs) {
        this.columns = columns;
        this.criteria = criteria;
        this.by = by;
        this.mostGroups = mostGroups;
        this.nowMs = nowMs;
        this.ofConnections = by.stream().anyMatch(Facet::isOfConnections);
    }

    /// @return by the values of the facets, in their order; empty: there are too many groups
    Optional<Map<List<Object>, Tally>> over(RoaringBitmap meant) {
        var each = meant.getIntIterator();
        while (each.hasNext() && groups.size() <= mostGroups) {
            count(each.next());
        }
        return groups.size() > mostGroups
                ? Optional.empty()
                : Optional.of(groups.entrySet().stream()
                        .collect(Collectors.toMap(
                                it -> values(it.getKey()), it -> new Tally(it.getValue()[0], it.getValue()[1]))));
    }

    private void count(int peering) {
        if (!ofConnections) {
            var group = group(peering, columns.firstConnection(peering));
            group[0]++;
            for (int each = columns.firstConnection(peering); each < columns.endOfConnections(peering); each++) {
                group[1] += Selection.meets(each, columns, criteria, nowMs) ? 1 : 0;
            }
            return;
        }
        var counted = new HashSet<long[]>();
        for (int each = columns.firstConnection(peering); each < columns.endOfConnections(peering); each++) {
            if (Selection.meets(each, columns, criteria, nowMs)) {
                var group = group(peering, each);
                group[0] += counted.add(group) ? 1 : 0;
                group[1]++;
            }
        }
    }

    private long[] group(int peering, int connection) {
        var key = Key.NONE;
        for (var facet : by) {
            key = key.with(facet, columns.code(facet, peering, connection));
        }
        return groups.computeIfAbsent(key, _ -> new long[2]);
    }

    private List<Object> values(Key key) {
        return by.stream().map(facet -> columns.value(facet, key.of(facet))).toList();
    }
}

package io.directpeering.request.topology.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Finds the peerings that meet criteria: what they have in common with each of the sets.
final class Selection {

    private final Facets facets;
    private final Columns columns;
    private final Agenda agenda;

    Selection(Facets facets, Columns columns, Agenda agenda) {
        this.facets = facets;
        this.columns = columns;
        this.agenda = agenda;
    }

    /// Those; empty: all. Not to be changed by who gets it.
    Optional<RoaringBitmap> of(Criteria it, long nowMs) {
        var sets = sets(it);
        var overdue = it.overdue() == null ? null : agenda.overdue(nowMs, columns);
        if (Boolean.TRUE.equals(it.overdue()) && overdue != null) {
            sets.add(overdue);
        }
        var common = sets.stream()
                .sorted(Comparator.comparingLong(RoaringBitmap::getLongCardinality))
                .reduce((one, other) -> RoaringBitmap.and(one, other));
        if (Boolean.FALSE.equals(it.overdue()) && overdue != null) {
            var some = common.orElseGet(() -> facets.havingAny(Facet.redundant, List.of(true, false)));
            common = Optional.of(RoaringBitmap.andNot(some, overdue));
        }
        return asksTwiceOfOneConnection(it) ? common.map(some -> withSuchAConnection(some, it, nowMs)) : common;
    }

    private List<RoaringBitmap> sets(Criteria it) {
        var sets = new ArrayList<RoaringBitmap>();
        add(sets, Facet.state, it.state());
        add(sets, Facet.redundant, it.redundant());
        add(sets, Facet.peerAsn, it.peerAsn());
        add(sets, Facet.peeringLocation, it.peeringLocation());
        add(sets, Facet.connectionState, it.connectionState());
        add(sets, Facet.facility, it.facility());
        if (it.networks() != null) {
            sets.add(facets.havingAny(Facet.peerAsn, it.networks()));
        }
        return sets;
    }

    private void add(List<RoaringBitmap> sets, Facet facet, @Nullable Object value) {
        if (value != null) {
            sets.add(facets.having(facet, value));
        }
    }

    /// Each set holds peerings with one such connection, which need not be the same.
    private static boolean asksTwiceOfOneConnection(Criteria it) {
        int asked = it.connectionState() == null ? 0 : 1;
        asked += it.facility() == null ? 0 : 1;
        asked += Boolean.TRUE.equals(it.overdue()) ? 1 : 0;
        return asked > 1;
    }

    private RoaringBitmap withSuchAConnection(RoaringBitmap some, Criteria criteria, long nowMs) {
        var with = new RoaringBitmap();
        some.forEach((int peering) -> {
            for (int each = columns.firstConnection(peering); each < columns.endOfConnections(peering); each++) {
                if (meets(each, columns, criteria, nowMs)) {
                    with.add(peering);
                    return;
                }
            }
        });
        return with;
    }

    static boolean meets(int connection, Columns columns, Criteria it, long nowMs) {
        return (it.connectionState() == null || it.connectionState() == columns.connectionState(connection))
                && (it.facility() == null || it.facility() == columns.facility(connection))
                && (!Boolean.TRUE.equals(it.overdue()) || columns.isOverdue(connection, nowMs));
    }
}

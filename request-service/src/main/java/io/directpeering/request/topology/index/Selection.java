package io.directpeering.request.topology.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Finds the peerings that meet criteria, in two steps: what they have in common with each of the sets, which is quick
/// and done at once, for the sets must stand still meanwhile; then what has to be asked of one by one, which may be
/// many, and is done in a picture of the columns while others write.
final class Selection {

    private final Criteria criteria;
    private final long nowMs;
    private final Columns picture;
    private final int size;
    private final Optional<RoaringBitmap> common;
    private final Agenda.@Nullable Overdue overdue;

    /// To be made while nobody writes.
    ///
    /// @param size how many peerings there are
    Selection(Criteria criteria, long nowMs, Facets facets, Columns columns, Agenda agenda, int size) {
        this.criteria = criteria;
        this.nowMs = nowMs;
        this.picture = columns.picture();
        this.size = size;
        this.common = common(sets(criteria, facets));
        this.overdue = criteria.overdue() == null ? null : agenda.overdue(nowMs);
    }

    /// How all peerings stood at the moment at which the sets were read.
    Columns picture() {
        return picture;
    }

    /// Those that are meant; empty: all.
    Optional<RoaringBitmap> meant() {
        if (overdue == null) {
            return asksTwiceOfOneConnection() ? common.map(this::withSuchAConnection) : common;
        }
        var late = overdue.among(common.orElse(null), picture, nowMs);
        if (Boolean.TRUE.equals(criteria.overdue())) {
            return Optional.of(asksTwiceOfOneConnection() ? withSuchAConnection(late) : late);
        }
        var inTime = RoaringBitmap.andNot(common.orElseGet(this::all), late);
        return Optional.of(asksTwiceOfOneConnection() ? withSuchAConnection(inTime) : inTime);
    }

    RoaringBitmap all() {
        return RoaringBitmap.bitmapOfRange(0, size);
    }

    private static Optional<RoaringBitmap> common(List<RoaringBitmap> sets) {
        // A set alone goes on changing.
        return sets.size() == 1
                ? Optional.of(sets.getFirst().clone())
                : sets.stream()
                        .sorted(Comparator.comparingLong(RoaringBitmap::getLongCardinality))
                        .reduce((one, other) -> RoaringBitmap.and(one, other));
    }

    private static List<RoaringBitmap> sets(Criteria it, Facets facets) {
        var sets = new ArrayList<RoaringBitmap>();
        add(sets, facets, Facet.state, it.state());
        add(sets, facets, Facet.redundant, it.redundant());
        add(sets, facets, Facet.peerAsn, it.peerAsn());
        add(sets, facets, Facet.peeringLocation, it.peeringLocation());
        add(sets, facets, Facet.connectionState, it.connectionState());
        add(sets, facets, Facet.facility, it.facility());
        if (it.networks() != null) {
            sets.add(facets.havingAny(Facet.peerAsn, it.networks()));
        }
        return sets;
    }

    private static void add(List<RoaringBitmap> sets, Facets facets, Facet facet, @Nullable Object value) {
        if (value != null) {
            sets.add(facets.having(facet, value));
        }
    }

    /// Each set holds peerings with one such connection, which need not be the same.
    private boolean asksTwiceOfOneConnection() {
        int asked = criteria.connectionState() == null ? 0 : 1;
        asked += criteria.facility() == null ? 0 : 1;
        asked += Boolean.TRUE.equals(criteria.overdue()) ? 1 : 0;
        return asked > 1;
    }

    private RoaringBitmap withSuchAConnection(RoaringBitmap some) {
        var with = new RoaringBitmap();
        some.forEach((int peering) -> {
            for (int each = 0; each < picture.connections(peering); each++) {
                if (meets(peering, each, picture, criteria, nowMs)) {
                    with.add(peering);
                    return;
                }
            }
        });
        return with;
    }

    static boolean meets(int peering, int connection, Columns columns, Criteria it, long nowMs) {
        return (it.connectionState() == null || it.connectionState() == columns.connectionState(peering, connection))
                && (it.facility() == null || Objects.equals(it.facility(), columns.facility(peering, connection)))
                && (!Boolean.TRUE.equals(it.overdue()) || columns.isOverdue(peering, connection, nowMs));
    }
}

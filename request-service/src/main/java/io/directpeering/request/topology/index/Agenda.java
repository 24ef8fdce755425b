package io.directpeering.request.topology.index;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Which peerings have a connection that is overdue. Deadlines that are to come lie by the hour; whole hours that have
/// passed are one set, and only the hour that it is must be looked through.
final class Agenda {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private final NavigableMap<Long, RoaringBitmap> toCome = new TreeMap<>();
    private final RoaringBitmap passed = new RoaringBitmap();
    private long passedHour = Long.MIN_VALUE;

    /// @param dueAtMs when the first of its connections is overdue
    void add(int peering, long dueAtMs) {
        if (dueAtMs != Columns.NEVER) {
            if (hour(dueAtMs) <= passedHour) {
                passed.add(peering);
            } else {
                toCome.computeIfAbsent(hour(dueAtMs), _ -> new RoaringBitmap()).add(peering);
            }
        }
    }

    /// @param dueAtMs as it was added
    void remove(int peering, long dueAtMs) {
        if (dueAtMs != Columns.NEVER) {
            passed.remove(peering);
            toCome.computeIfPresent(hour(dueAtMs), (_, peerings) -> {
                peerings.remove(peering);
                return peerings.isEmpty() ? null : peerings;
            });
        }
    }

    /// Whether [#pass] has something to do.
    boolean lagsBehind(long nowMs) {
        return passedHour < hour(nowMs) - 1;
    }

    /// The hours before this one have passed. Should the clock go back, [#overdue] looks at each of them anew.
    void pass(long nowMs) {
        var over = toCome.headMap(hour(nowMs), false);
        over.values().forEach(passed::or);
        over.clear();
        passedHour = Math.max(passedHour, hour(nowMs) - 1);
    }

    /// Those that are overdue, as far as the agenda knows. To be asked while nobody writes; the answer is the caller's.
    Overdue overdue(long nowMs) {
        if (hour(nowMs) <= passedHour) {
            return new Overdue(new RoaringBitmap(), passed.clone());
        }
        var present = toCome.get(hour(nowMs));
        return new Overdue(passed.clone(), present == null ? new RoaringBitmap() : present.clone());
    }

    /// @param certain  those that are
    /// @param possible those whose columns say whether they are
    record Overdue(RoaringBitmap certain, RoaringBitmap possible) {

        /// Those that are.
        ///
        /// @param some among these; null: among all
        RoaringBitmap among(@Nullable RoaringBitmap some, Columns columns, long nowMs) {
            var all = some == null ? certain : RoaringBitmap.and(certain, some);
            var asked = some == null ? possible : RoaringBitmap.and(possible, some);
            asked.forEach((int peering) -> {
                if (columns.firstDueAt(peering) <= nowMs) {
                    all.add(peering);
                }
            });
            return all;
        }
    }

    private static long hour(long atMs) {
        return Math.floorDiv(atMs, HOUR_MS);
    }
}

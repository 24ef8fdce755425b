package io.directpeering.request.topology.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The first few of a set, in the order of lists. Where the set is small it is gone through; where it is large, the
/// list is, and every other one or so of it is in the set.
final class Few {

    private Few() {}

    static List<Position> of(RoaringBitmap set, @Nullable Position after, int atMost, Order order, int all) {
        long size = set.getLongCardinality();
        return size * size < (long) all * atMost ? outOf(set, after, atMost, order) : along(order, set, after, atMost);
    }

    private static List<Position> along(Order order, RoaringBitmap set, @Nullable Position after, int atMost) {
        var found = new ArrayList<Position>();
        var rest = order.behind(after);
        while (rest.hasNext() && found.size() < atMost) {
            int next = rest.nextInt();
            if (set.contains(next)) {
                found.add(order.place(next));
            }
        }
        return found;
    }

    private static List<Position> outOf(RoaringBitmap set, @Nullable Position after, int atMost, Order order) {
        var first = new PriorityQueue<Position>(Comparator.reverseOrder());
        set.forEach((int peering) -> {
            var place = order.place(peering);
            if (after == null || place.compareTo(after) > 0) {
                first.add(place);
                if (first.size() > atMost) {
                    first.remove();
                }
            }
        });
        return first.stream().sorted().toList();
    }
}

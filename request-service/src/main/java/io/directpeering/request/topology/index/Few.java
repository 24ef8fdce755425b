package io.directpeering.request.topology.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The first few of a set, in the order of lists. Where the set is small it is gone through; where it is large, the
/// list is, and every other one or so of it is in the set.
///
/// Where most of the set stands before the page, or the page is the last, that may be the whole list, and the judge
/// cannot wait so long. So it is gone through step by step, each of them while nobody writes. The set is of one moment,
/// and the order among its members never changes, so the page is of that moment, too.
final class Few {

    private static final int STEP = 1 << 12;

    private final RoaringBitmap set;
    private final int atMost;
    private final Order order;
    private final List<Position> found = new ArrayList<>();
    private @Nullable Position reached;
    private boolean done;

    /// @param set   which nobody changes any more
    /// @param after they stand behind it; null: from the beginning
    Few(RoaringBitmap set, @Nullable Position after, int atMost, Order order) {
        this.set = set;
        this.reached = after;
        this.atMost = atMost;
        this.order = order;
    }

    /// All that were found; to be asked when it is done.
    List<Position> found() {
        return found;
    }

    boolean isDone() {
        return done;
    }

    /// Goes on for a while.
    ///
    /// @param all how many there are in the list
    void step(int all) {
        long size = set.getLongCardinality();
        if (size * size < (long) all * atMost) {
            outOf();
        } else {
            along();
        }
    }

    private void along() {
        var rest = order.behind(reached);
        for (int gone = 0; rest.hasNext() && found.size() < atMost && gone < STEP; gone++) {
            int next = rest.nextInt();
            if (set.contains(next)) {
                found.add(order.place(next));
            }
            if (gone == STEP - 1) {
                reached = order.place(next);
            }
        }
        done = !rest.hasNext() || found.size() == atMost;
    }

    private void outOf() {
        var first = new PriorityQueue<Position>(Comparator.reverseOrder());
        set.forEach((int peering) -> {
            var place = order.place(peering);
            if (reached == null || place.compareTo(reached) > 0) {
                first.add(place);
                if (first.size() > atMost - found.size()) {
                    first.remove();
                }
            }
        });
        first.stream().sorted().forEach(found::add);
        done = true;
    }
}

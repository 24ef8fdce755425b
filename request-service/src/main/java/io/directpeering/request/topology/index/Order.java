package io.directpeering.request.topology.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// The peerings in the order of lists, kept the other way round: what comes is mostly the latest, and stands at the
/// end.
final class Order {

    private final Numbers numbers;
    private final Columns columns;
    private int[] ordered = {};
    private int size;

    Order(Numbers numbers, Columns columns) {
        this.numbers = numbers;
        this.columns = columns;
    }

    Position place(int peering) {
        return new Position(columns.requestedAt(peering), numbers.id(peering));
    }

    /// Puts one in its place.
    void insert(int peering) {
        if (size == ordered.length) {
            ordered = Arrays.copyOf(ordered, Math.max(1 << 10, 2 * size));
        }
        int at = before(place(peering));
        System.arraycopy(ordered, at, ordered, at + 1, size - at);
        ordered[at] = peering;
        size++;
    }

    /// Peerings in the order of lists, behind this place.
    PrimitiveIterator.OfInt behind(@Nullable Position place) {
        int end = place == null ? size : before(place);
        return IntStream.iterate(end - 1, at -> at >= 0, at -> at - 1)
                .map(at -> ordered[at])
                .iterator();
    }

    /// Puts many in their place at once.
    ///
    /// @param sorted all that there are, as [#sorted] gave them
    void set(int[] sorted) {
        ordered = sorted;
        size = sorted.length;
    }

    /// The first peerings, sorted for [#set]. What it reads of them never changes, so nobody need stand still
    /// meanwhile.
    int[] sorted(int end) {
        return IntStream.range(0, end)
                .boxed()
                .sorted(comparator())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Comparator<Integer> comparator() {
        return Comparator.<Integer>comparingLong(columns::requestedAtMs)
                .thenComparing(numbers::id, Comparator.reverseOrder());
    }

    /// How many stand behind this place in the list, and so before it here.
    private int before(Position place) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place(ordered[middle]).compareTo(place) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

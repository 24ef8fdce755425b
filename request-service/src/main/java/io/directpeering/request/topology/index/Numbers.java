package io.directpeering.request.topology.index;

import java.util.Arrays;
import java.util.UUID;

/// Gives each peering id a number: 0, 1, 2 … in the order in which they come. Takes 16 bytes for an id, and 4 to 8 to
/// find it again.
final class Numbers {

    private static final int NONE = -1;
    private static final int FIRST_SIZE = 1 << 10;

    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private int[] slots = emptySlots(2 * FIRST_SIZE);
    private int size;

    int size() {
        return size;
    }

    /// Its number; negative: it has none yet.
    int of(UUID id) {
        return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    /// The next number.
    int give(UUID id) {
        if (size == high.length) {
            grow();
        }
        high[size] = id.getMostSignificantBits();
        low[size] = id.getLeastSignificantBits();
        slots[slot(high[size], low[size])] = size;
        return size++;
    }

    UUID id(int number) {
        return new UUID(high[number], low[number]);
    }

    /// Where it is, or where it would be: open addressing, at most half full.
    private int slot(long idHigh, long idLow) {
        var mixed = (idHigh * 31 + idLow) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != NONE && (high[slots[slot]] != idHigh || low[slots[slot]] != idLow)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        slots = emptySlots(4 * size);
        for (int number = 0; number < size; number++) {
            slots[slot(high[number], low[number])] = number;
        }
    }

    private static int[] emptySlots(int length) {
        var slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}

package io.directpeering.request.topology.index;

import java.util.Arrays;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How many peerings and connections fall into each of some groups, which are numbers. A million are added for one
/// answer, so that nothing is made for each.
final class Groups {

    private static final long FREE = -1;

    private final int most;
    private final long[] keys;
    private final long[] peerings;
    private final long[] connections;
    private final int[] latest;
    private int size;

    /// @param most how many there may be
    Groups(int most) {
        this.most = most;
        int slots = Integer.highestOneBit(Math.max(1, most)) << 2;
        keys = new long[slots];
        Arrays.fill(keys, FREE);
        peerings = new long[slots];
        connections = new long[slots];
        latest = new int[slots];
        Arrays.fill(latest, -1);
    }

    /// Adds connections of a peering, which counts once in a group if all of its are added before those of another.
    void add(long group, int peering, int itsConnections) {
        int slot = slot(group);
        if (keys[slot] == FREE) {
            size++;
            if (size > most) {
                return;
            }
            keys[slot] = group;
        }
        if (latest[slot] != peering) {
            latest[slot] = peering;
            peerings[slot]++;
        }
        connections[slot] += itsConnections;
    }

    /// There are more than there may be; what was added since is lost.
    boolean overflow() {
        return size > most;
    }

    /// @param named what a group is called
    <K> Map<K, Tally> tallies(LongFunction<K> named) {
        return IntStream.range(0, keys.length)
                .filter(slot -> keys[slot] != FREE)
                .boxed()
                .collect(Collectors.toMap(
                        slot -> named.apply(keys[slot]), slot -> new Tally(peerings[slot], connections[slot])));
    }

    /// Where it is, or where it would be: open addressing, at most half full.
    private int slot(long group) {
        int slot = (int) ((group * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != group) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}

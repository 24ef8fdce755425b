package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;

/// What the index keeps of each peering, by its number, and of its connections, which lie together.
final class Columns {

    static final long NEVER = Long.MAX_VALUE;

    private static final PeeringState[] STATES = PeeringState.values();
    private static final ConnectionState[] CONNECTION_STATES = ConnectionState.values();
    private static final int FIRST_SIZE = 1 << 10;

    private final List<String> locations = new ArrayList<>();
    private final Map<String, Integer> locationNumbers = new HashMap<>();

    private long[] requestedAt = new long[FIRST_SIZE];
    private long[] sequence = new long[FIRST_SIZE];
    private int[] asn = new int[FIRST_SIZE];
    private int[] location = new int[FIRST_SIZE];
    private int[] first = new int[FIRST_SIZE];
    private short[] count = new short[FIRST_SIZE];
    private byte[] state = new byte[FIRST_SIZE];
    private boolean[] redundant = new boolean[FIRST_SIZE];

    private byte[] connectionState = new byte[2 * FIRST_SIZE];
    private int[] facility = new int[2 * FIRST_SIZE];
    private long[] dueAt = new long[2 * FIRST_SIZE];
    private int connections;

    /// Takes note of where it stands.
    ///
    /// @param deadlines of its connections, in their order; [#NEVER]: it has none
    void set(int peering, PeeringSnapshot it, long[] deadlines) {
        if (peering >= requestedAt.length) {
            grow();
        }
        requestedAt[peering] = it.getRequestedAt().toEpochMilli();
        sequence[peering] = it.getSequence();
        asn[peering] = (int) it.getPeer().getAsn();
        location[peering] = number(it.getPeeringLocation());
        state[peering] = (byte) it.getState().ordinal();
        redundant[peering] = it.getRedundant();
        makeRoom(peering, it.getConnections().size());
        for (int each = 0; each < count[peering]; each++) {
            var connection = it.getConnections().get(each);
            int at = first[peering] + each;
            connectionState[at] = (byte) connection.getState().ordinal();
            facility[at] = connection.getRequested().getPeeringDBFacilityId();
            dueAt[at] = deadlines[each];
        }
    }

    long sequence(int peering) {
        return sequence[peering];
    }

    long requestedAtMs(int peering) {
        return requestedAt[peering];
    }

    Instant requestedAt(int peering) {
        return Instant.ofEpochMilli(requestedAt[peering]);
    }

    PeeringState state(int peering) {
        return STATES[state[peering]];
    }

    boolean redundant(int peering) {
        return redundant[peering];
    }

    long peerAsn(int peering) {
        return Integer.toUnsignedLong(asn[peering]);
    }

    String peeringLocation(int peering) {
        return locations.get(location[peering]);
    }

    int firstConnection(int peering) {
        return first[peering];
    }

    int endOfConnections(int peering) {
        return first[peering] + count[peering];
    }

    ConnectionState connectionState(int connection) {
        return CONNECTION_STATES[connectionState[connection]];
    }

    int facility(int connection) {
        return facility[connection];
    }

    boolean isOverdue(int connection, long nowMs) {
        return dueAt[connection] <= nowMs;
    }

    /// A facet of a peering or, where it is one of connections, of this connection; as a number, which [#value] reads.
    int code(Facet facet, int peering, int connection) {
        return switch (facet) {
            case state -> state[peering];
            case redundant -> redundant[peering] ? 1 : 0;
            case peerAsn -> asn[peering];
            case peeringLocation -> location[peering];
            case connectionState -> connectionState[connection];
            case facility -> facility[connection];
        };
    }

    Object value(Facet facet, int code) {
        return switch (facet) {
            case state -> STATES[code];
            case redundant -> code == 1;
            case peerAsn -> Integer.toUnsignedLong(code);
            case peeringLocation -> locations.get(code);
            case connectionState -> CONNECTION_STATES[code];
            case facility -> code;
        };
    }

    /// When the first of its connections is overdue.
    long firstDueAt(int peering) {
        long earliest = NEVER;
        for (int each = firstConnection(peering); each < endOfConnections(peering); each++) {
            earliest = Math.min(earliest, dueAt[each]);
        }
        return earliest;
    }

    /// A peering has as many connections as were requested with it; were it otherwise, they would move.
    private void makeRoom(int peering, int wanted) {
        if (count[peering] != wanted) {
            first[peering] = connections;
            count[peering] = (short) wanted;
            connections += wanted;
            while (connections > facility.length) {
                connectionState = Arrays.copyOf(connectionState, 2 * connectionState.length);
                facility = Arrays.copyOf(facility, 2 * facility.length);
                dueAt = Arrays.copyOf(dueAt, 2 * dueAt.length);
            }
        }
    }

    private int number(String name) {
        return locationNumbers.computeIfAbsent(name, added -> {
            locations.add(added);
            return locations.size() - 1;
        });
    }

    private void grow() {
        int size = 2 * requestedAt.length;
        requestedAt = Arrays.copyOf(requestedAt, size);
        sequence = Arrays.copyOf(sequence, size);
        asn = Arrays.copyOf(asn, size);
        location = Arrays.copyOf(location, size);
        first = Arrays.copyOf(first, size);
        count = Arrays.copyOf(count, size);
        state = Arrays.copyOf(state, size);
        redundant = Arrays.copyOf(redundant, size);
    }
}

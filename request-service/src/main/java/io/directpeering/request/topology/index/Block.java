package io.directpeering.request.topology.index;

import java.util.Arrays;

import io.directpeering.events.PeeringSnapshot;

/// What is kept of [#SIZE] peerings that came one after the other, and of their connections.
final class Block {

    static final int SIZE = 1 << 10;

    /// In which round of the columns it was made: who took a picture since then may be reading it.
    final int round;

    final long[] requestedAt;
    final long[] sequence;
    final int[] asn;
    final int[] location;
    final byte[] state;
    final boolean[] redundant;

    /// Where the connections of each begin, in the arrays below.
    final int[] first;

    final short[] count;

    byte[] connectionState;
    int[] facility;
    long[] dueAt;
    private int connections;

    Block(int round) {
        this.round = round;
        requestedAt = new long[SIZE];
        sequence = new long[SIZE];
        asn = new int[SIZE];
        location = new int[SIZE];
        state = new byte[SIZE];
        redundant = new boolean[SIZE];
        first = new int[SIZE];
        count = new short[SIZE];
        connectionState = new byte[2 * SIZE];
        facility = new int[2 * SIZE];
        dueAt = new long[2 * SIZE];
    }

    private Block(Block other, int round) {
        this.round = round;
        requestedAt = other.requestedAt.clone();
        sequence = other.sequence.clone();
        asn = other.asn.clone();
        location = other.location.clone();
        state = other.state.clone();
        redundant = other.redundant.clone();
        first = other.first.clone();
        count = other.count.clone();
        connectionState = other.connectionState.clone();
        facility = other.facility.clone();
        dueAt = other.dueAt.clone();
        connections = other.connections;
    }

    /// One that can be written to in this round.
    Block copy(int inRound) {
        return new Block(this, inRound);
    }

    /// Takes note of where it stands.
    ///
    /// @param at        its place in the block
    /// @param deadlines of its connections, in their order
    void set(
            int at,
            PeeringSnapshot it,
            Codes<Long> networks,
            Codes<String> locations,
            Codes<Integer> facilities,
            long[] deadlines) {
        requestedAt[at] = it.getRequestedAt().toEpochMilli();
        sequence[at] = it.getSequence();
        asn[at] = networks.of(it.getPeer().getAsn());
        location[at] = locations.of(it.getPeeringLocation());
        state[at] = (byte) it.getState().ordinal();
        redundant[at] = it.getRedundant();
        makeRoom(at, it.getConnections().size());
        for (int each = 0; each < count[at]; each++) {
            var connection = it.getConnections().get(each);
            connectionState[first[at] + each] = (byte) connection.getState().ordinal();
            facility[first[at] + each] = facilities.of(connection.getRequested().getPeeringDBFacilityId());
            dueAt[first[at] + each] = deadlines[each];
        }
    }

    /// A peering has as many connections as were requested with it; were it otherwise, they would move.
    private void makeRoom(int at, int wanted) {
        if (count[at] != wanted) {
            first[at] = connections;
            count[at] = (short) wanted;
            connections += wanted;
            while (connections > facility.length) {
                connectionState = Arrays.copyOf(connectionState, 2 * connectionState.length);
                facility = Arrays.copyOf(facility, 2 * facility.length);
                dueAt = Arrays.copyOf(dueAt, 2 * dueAt.length);
            }
        }
    }
}

package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;

/// What the index keeps of each peering, by its number, and of its connections, which are 0, 1, 2 … in each.
///
/// They can be looked at through a [#picture] while they are written to: it shares the blocks, and who writes to one
/// that is in a picture copies it first, which is some 60 kB.
final class Columns {

    static final long NEVER = Long.MAX_VALUE;

    private static final PeeringState[] STATES = PeeringState.values();
    private static final ConnectionState[] CONNECTION_STATES = ConnectionState.values();

    private final Codes<Long> networks;
    private final Codes<String> locations;
    private final Codes<Integer> facilities;
    private final AtomicInteger round = new AtomicInteger();
    private Block[] blocks;

    Columns() {
        this(new Codes<>(), new Codes<>(), new Codes<>(), new Block[] {new Block(0)});
    }

    private Columns(Codes<Long> networks, Codes<String> locations, Codes<Integer> facilities, Block[] blocks) {
        this.networks = networks;
        this.locations = locations;
        this.facilities = facilities;
        this.blocks = blocks;
    }

    /// As they are now and will be for whoever reads them, at any time. Taken while nobody writes; not to be written
    /// to.
    Columns picture() {
        round.incrementAndGet();
        return new Columns(networks, locations, facilities, blocks.clone());
    }

    /// Takes note of where it stands.
    ///
    /// @param peering   the next number, or one that is known
    /// @param deadlines of its connections, in their order; [#NEVER]: it has none
    void set(int peering, PeeringSnapshot it, long[] deadlines) {
        writable(peering / Block.SIZE).set(peering % Block.SIZE, it, networks, locations, facilities, deadlines);
    }

    private Block writable(int number) {
        if (number == blocks.length) {
            blocks = Arrays.copyOf(blocks, number + 1);
            blocks[number] = new Block(round.get());
        } else if (blocks[number].round < round.get()) {
            blocks[number] = blocks[number].copy(round.get());
        }
        return blocks[number];
    }

    long sequence(int peering) {
        return block(peering).sequence[peering % Block.SIZE];
    }

    long requestedAtMs(int peering) {
        return block(peering).requestedAt[peering % Block.SIZE];
    }

    Instant requestedAt(int peering) {
        return Instant.ofEpochMilli(requestedAtMs(peering));
    }

    PeeringState state(int peering) {
        return STATES[code(Facet.state, peering)];
    }

    boolean redundant(int peering) {
        return block(peering).redundant[peering % Block.SIZE];
    }

    long peerAsn(int peering) {
        return networks.word(code(Facet.peerAsn, peering));
    }

    String peeringLocation(int peering) {
        return locations.word(code(Facet.peeringLocation, peering));
    }

    /// How many it has.
    int connections(int peering) {
        return block(peering).count[peering % Block.SIZE];
    }

    ConnectionState connectionState(int peering, int connection) {
        return CONNECTION_STATES[code(Facet.connectionState, peering, connection)];
    }

    int facility(int peering, int connection) {
        return facilities.word(code(Facet.facility, peering, connection));
    }

    boolean isOverdue(int peering, int connection, long nowMs) {
        var block = block(peering);
        return block.dueAt[block.first[peering % Block.SIZE] + connection] <= nowMs;
    }

    /// When the first of its connections is overdue.
    long firstDueAt(int peering) {
        var block = block(peering);
        int begin = block.first[peering % Block.SIZE];
        long earliest = NEVER;
        for (int each = begin; each < begin + block.count[peering % Block.SIZE]; each++) {
            earliest = Math.min(earliest, block.dueAt[each]);
        }
        return earliest;
    }

    /// A facet of a peering, as a number that [#value] reads.
    int code(Facet facet, int peering) {
        return code(facet, peering, 0);
    }

    /// As above; where it is one of connections, of this connection.
    int code(Facet facet, int peering, int connection) {
        var block = block(peering);
        int at = peering % Block.SIZE;
        return switch (facet) {
            case state -> block.state[at];
            case redundant -> block.redundant[at] ? 1 : 0;
            case peerAsn -> block.asn[at];
            case peeringLocation -> block.location[at];
            case connectionState -> block.connectionState[block.first[at] + connection];
            case facility -> block.facility[block.first[at] + connection];
        };
    }

    /// How many values it has: the codes are below.
    int codes(Facet facet) {
        return switch (facet) {
            case state -> STATES.length;
            case redundant -> 2;
            case peerAsn -> networks.size();
            case peeringLocation -> locations.size();
            case connectionState -> CONNECTION_STATES.length;
            case facility -> facilities.size();
        };
    }

    Object value(Facet facet, int code) {
        return switch (facet) {
            case state -> STATES[code];
            case redundant -> code == 1;
            case peerAsn -> networks.word(code);
            case peeringLocation -> locations.word(code);
            case connectionState -> CONNECTION_STATES[code];
            case facility -> facilities.word(code);
        };
    }

    private Block block(int peering) {
        return blocks[peering / Block.SIZE];
    }
}

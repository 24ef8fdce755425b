package io.directpeering.request.topology.history;

import java.nio.ByteBuffer;
import java.time.Instant;

import io.directpeering.request.topology.StoreSerde;
import io.directpeering.request.topology.stored.StoredCell;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/// A cell of a checkpoint: the number that stands under it is how many peerings were in the cell at that time. As bytes
/// the cells of one checkpoint lie together, and checkpoints by time.
///
/// @param cell null: the place before the first cell of that time
public record Headcount(Instant at, @Nullable StoredCell cell) {

    private static final Serde<StoredCell> CELLS = StoreSerde.of(StoredCell.class);
    private static final byte[] NOTHING = {};
    private static final int HEADER = Long.BYTES;

    static final Serde<Headcount> SERDE =
            Serdes.serdeFrom((_, it) -> it == null ? null : bytes(it), (_, bytes) -> read(bytes));

    /// Before every cell of checkpoints at this time and later.
    public static Headcount from(Instant at) {
        return new Headcount(at, null);
    }

    private static byte[] bytes(Headcount it) {
        var cell = it.cell == null ? NOTHING : CELLS.serializer().serialize("", it.cell);
        return ByteBuffer.allocate(HEADER + cell.length)
                .putLong(it.at.toEpochMilli())
                .put(cell)
                .array();
    }

    private static Headcount read(byte[] bytes) {
        var it = ByteBuffer.wrap(bytes);
        var at = Instant.ofEpochMilli(it.getLong());
        var cell = new byte[it.remaining()];
        it.get(cell);
        return new Headcount(at, cell.length == 0 ? null : CELLS.deserializer().deserialize("", cell));
    }
}

package io.directpeering.request.topology.history;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// When a peering made which transition. As bytes it sorts by time.
///
/// @param at to the millisecond, not before 1970
public record Moment(Instant at, UUID peeringId, long sequence) {

    private static final int BYTES = Long.BYTES + 2 * Long.BYTES + Long.BYTES;
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    static final Serde<Moment> SERDE =
            Serdes.serdeFrom((_, it) -> it == null ? null : bytes(it), (_, bytes) -> read(bytes));

    /// Before everything that happened later than this.
    public static Moment after(Instant at) {
        return new Moment(at.plusMillis(1), LOWEST, 0);
    }

    /// Behind everything that happened at this time.
    public static Moment endOf(Instant at) {
        return new Moment(at, HIGHEST, Long.MAX_VALUE);
    }

    private static byte[] bytes(Moment it) {
        return ByteBuffer.allocate(BYTES)
                .putLong(it.at.toEpochMilli())
                .putLong(it.peeringId.getMostSignificantBits())
                .putLong(it.peeringId.getLeastSignificantBits())
                .putLong(it.sequence)
                .array();
    }

    private static Moment read(byte[] bytes) {
        var it = ByteBuffer.wrap(bytes);
        return new Moment(Instant.ofEpochMilli(it.getLong()), new UUID(it.getLong(), it.getLong()), it.getLong());
    }
}

package io.directpeering.request.topology.deadline;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// When to look at a peering next. As bytes it sorts by time, so that what is due lies together at the front.
public record Due(Instant at, UUID peeringId) {

    public static final Serde<Due> SERDE = Serdes.serdeFrom((_, it) -> it.bytes(), (_, bytes) -> of(bytes));

    private static final int BYTES = 3 * Long.BYTES;
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    /// Before all others of this moment.
    public static Due first(Instant at) {
        return new Due(at, LOWEST);
    }

    /// After all others of this moment.
    public static Due last(Instant at) {
        return new Due(at, HIGHEST);
    }

    /// A moment before 1970 counts as its beginning: below zero it would sort behind everything.
    private byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(Math.max(0, at.toEpochMilli()))
                .putLong(peeringId.getMostSignificantBits())
                .putLong(peeringId.getLeastSignificantBits())
                .array();
    }

    private static Due of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Due(Instant.ofEpochMilli(buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
    }
}

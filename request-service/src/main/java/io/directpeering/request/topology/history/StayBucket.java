package io.directpeering.request.topology.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import io.directpeering.request.topology.stored.StoredState;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Stays that are counted together: the number that stands under it is how many there were.
///
/// @param network AS number; 0: of all networks together, so that reading of all costs no more with more of them
/// @param state   in which connections stayed
/// @param day     on which they left it, by UTC
/// @param bucket  of [Durations]
public record StayBucket(long network, StoredState state, LocalDate day, int bucket, String location) {

    /// In place of a network.
    public static final long ALL = 0;

    private static final int HEADER = Long.BYTES + 1 + Integer.BYTES + Short.BYTES;

    static final Serde<StayBucket> SERDE =
            Serdes.serdeFrom((_, it) -> it == null ? null : bytes(it), (_, bytes) -> read(bytes));

    /// Before everything of this day and later ones.
    public static StayBucket from(long network, StoredState state, LocalDate day) {
        return new StayBucket(network, state, day, 0, "");
    }

    private static byte[] bytes(StayBucket it) {
        var location = it.location.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEADER + location.length)
                .putLong(it.network)
                .put((byte) it.state.ordinal())
                .putInt((int) it.day.toEpochDay())
                .putShort((short) it.bucket)
                .put(location)
                .array();
    }

    private static StayBucket read(byte[] bytes) {
        var it = ByteBuffer.wrap(bytes);
        return new StayBucket(
                it.getLong(),
                StoredState.values()[it.get()],
                LocalDate.ofEpochDay(it.getInt()),
                it.getShort(),
                new String(bytes, HEADER, bytes.length - HEADER, StandardCharsets.UTF_8));
    }
}

package io.directpeering.request.topology.stored;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Ids of the facts about a peering that were accepted last, oldest first, 16 bytes each. Every accepted fact has the
/// next sequence, so that the place of an id tells the sequence.
///
/// Bounded, because the record that they stand in is written anew with each fact.
public final class AcceptedFacts {

    /// More than most peerings have in their life.
    public static final int MOST = 32;

    public static final AcceptedFacts NONE = new AcceptedFacts(new byte[0]);

    private static final int ID_BYTES = 2 * Long.BYTES;

    private final byte[] ids;

    private AcceptedFacts(byte[] ids) {
        this.ids = ids;
    }

    /// As [#bytes] wrote them.
    ///
    /// @throws IllegalArgumentException there are no ids in these bytes
    public static AcceptedFacts of(byte[] ids) {
        if (ids.length % ID_BYTES != 0 || ids.length > MOST * ID_BYTES) {
            throw new IllegalArgumentException(ids.length + " bytes are not the ids of accepted facts.");
        }
        return ids.length == 0 ? NONE : new AcceptedFacts(ids.clone());
    }

    public byte[] bytes() {
        return ids.clone();
    }

    /// Sequence that this fact was accepted with; empty: it is none of these.
    ///
    /// @param latest sequence of the last one
    public OptionalLong sequenceOf(UUID eventId, long latest) {
        for (int at = ids.length - ID_BYTES; at >= 0; at -= ID_BYTES) {
            if (id(at).equals(eventId)) {
                return OptionalLong.of(latest - (ids.length - at) / ID_BYTES + 1);
            }
        }
        return OptionalLong.empty();
    }

    /// The one that the next takes the place of; null: there is still room.
    public @Nullable UUID leaving() {
        return isFull() ? id(0) : null;
    }

    /// These, without [#leaving], and one more.
    AcceptedFacts and(UUID eventId) {
        int from = isFull() ? ID_BYTES : 0;
        var more = ByteBuffer.allocate(ids.length - from + ID_BYTES)
                .put(ids, from, ids.length - from)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits());
        return new AcceptedFacts(more.array());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AcceptedFacts those && Arrays.equals(ids, those.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    int size() {
        return ids.length / ID_BYTES;
    }

    private boolean isFull() {
        return ids.length == MOST * ID_BYTES;
    }

    private UUID id(int at) {
        var id = ByteBuffer.wrap(ids, at, ID_BYTES);
        return new UUID(id.getLong(), id.getLong());
    }
}

package io.directpeering.request.topology.history;

import java.nio.ByteBuffer;
import java.util.UUID;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Where something stands in the history of a peering: transitions by their number, and behind each what was refused
/// while it was the latest, in the order of the log. As bytes it sorts that way.
///
/// @param sequence of a transition its own; of a refusal that of the peering at the time, 0: there was none
/// @param refusal  it is one
/// @param offset   of a refusal in its topic; of a transition 0, for its number is enough
public record Position(UUID peeringId, long sequence, boolean refusal, long offset) {

    private static final int BYTES = 2 * Long.BYTES + Long.BYTES + 1 + Long.BYTES;

    static final Serde<Position> SERDE =
            Serdes.serdeFrom((_, it) -> it == null ? null : bytes(it), (_, bytes) -> read(bytes));

    public static Position ofTransition(UUID peeringId, long sequence) {
        return new Position(peeringId, sequence, false, 0);
    }

    static Position ofRefusal(UUID peeringId, long sequence, long offset) {
        return new Position(peeringId, sequence, true, offset);
    }

    /// Before everything of this peering.
    public static Position first(UUID peeringId) {
        return ofTransition(peeringId, 0);
    }

    /// Behind everything of this peering.
    public static Position last(UUID peeringId) {
        return new Position(peeringId, Long.MAX_VALUE, true, Long.MAX_VALUE);
    }

    /// The place right behind.
    public Position next() {
        return new Position(peeringId, sequence, refusal, offset + 1);
    }

    private static byte[] bytes(Position it) {
        return ByteBuffer.allocate(BYTES)
                .putLong(it.peeringId.getMostSignificantBits())
                .putLong(it.peeringId.getLeastSignificantBits())
                .putLong(it.sequence)
                .put((byte) (it.refusal ? 1 : 0))
                .putLong(it.offset)
                .array();
    }

    private static Position read(byte[] bytes) {
        var it = ByteBuffer.wrap(bytes);
        return new Position(new UUID(it.getLong(), it.getLong()), it.getLong(), it.get() != 0, it.getLong());
    }
}

package io.directpeering.request.peering;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

import io.directpeering.request.query.past.Mark;

/// A place in the history of one peering as a text that is opaque to clients, with a checksum over both that finds what
/// was cut off, mistyped or carried over. It keeps no secret and opens nothing, so it is not signed.
final class HistoryCursor {

    private static final int BYTES = 2 * Long.BYTES + 1 + Integer.BYTES;

    private HistoryCursor() {}

    static String text(UUID peeringId, Mark mark) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(BYTES)
                        .putLong(mark.sequence())
                        .put((byte) (mark.refusal() ? 1 : 0))
                        .putLong(mark.offset())
                        .putInt(checksum(peeringId, mark))
                        .array());
    }

    /// Empty: the text is no place in the history of this peering.
    static Optional<Mark> read(UUID peeringId, String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var place = ByteBuffer.wrap(bytes);
            var mark = new Mark(place.getLong(), place.get() != 0, place.getLong());
            // Written anew, for some letters have more than one spelling.
            return text(peeringId, mark).equals(text) ? Optional.of(mark) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int checksum(UUID peeringId, Mark mark) {
        var sum = new CRC32C();
        sum.update(ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(peeringId.getMostSignificantBits())
                .putLong(peeringId.getLeastSignificantBits())
                .putLong(mark.refusal() ? -mark.sequence() - 1 : mark.sequence())
                .putLong(mark.offset())
                .flip());
        return (int) sum.getValue();
    }
}

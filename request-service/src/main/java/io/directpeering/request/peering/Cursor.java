package io.directpeering.request.peering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.request.query.Filter;
import io.directpeering.request.query.Known;

/// A place in a list of peerings: behind this one. What is requested meanwhile stands before it and moves nothing.
///
/// Opaque to clients, and good for the filter it was made under: a checksum over both finds what was cut off, mistyped
/// or carried over. It keeps no secret and opens nothing, so it is not signed.
record Cursor(Instant requestedAt, UUID peeringId) {

    /// The latest request first; of two at the same moment, the id decides.
    static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::requestedAt).reversed().thenComparing(Cursor::peeringId);

    private static final int CHECKSUM_BYTES = 8;
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES + CHECKSUM_BYTES;

    static Cursor at(Known peering) {
        return new Cursor(
                peering.snapshot().getRequestedAt(), peering.snapshot().getPeeringId());
    }

    String text(Filter filter) {
        var place = ByteBuffer.allocate(BYTES)
                .putLong(requestedAt.toEpochMilli())
                .putLong(peeringId.getMostSignificantBits())
                .putLong(peeringId.getLeastSignificantBits());
        place.put(checksum(filter));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    /// Empty: the text is no cursor of a list under this filter.
    static Optional<Cursor> read(String text, Filter filter) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var place = ByteBuffer.wrap(bytes);
            var cursor = new Cursor(Instant.ofEpochMilli(place.getLong()), new UUID(place.getLong(), place.getLong()));
            // Written anew, for some letters have more than one spelling.
            return cursor.text(filter).equals(text) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] checksum(Filter filter) {
        try {
            var sum = MessageDigest.getInstance("SHA-256")
                    .digest((filter + "/" + requestedAt.toEpochMilli() + "/" + peeringId)
                            .getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sum, CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}

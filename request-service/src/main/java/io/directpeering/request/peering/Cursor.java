package io.directpeering.request.peering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import io.directpeering.request.query.Filter;
import io.directpeering.request.query.ListPlace;

/// A place in a list of peerings: behind this one. What is requested meanwhile stands before it and moves nothing.
///
/// Opaque to clients, and good for the filter it was made under: a checksum over both finds what was cut off, mistyped
/// or carried over. It keeps no secret and opens nothing, so it is not signed.
record Cursor(ListPlace place) {

    private static final int CHECKSUM_BYTES = 8;
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES + CHECKSUM_BYTES;

    String text(Filter filter) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(place.requestedAt().toEpochMilli())
                .putLong(place.peeringId().getMostSignificantBits())
                .putLong(place.peeringId().getLeastSignificantBits());
        bytes.put(checksum(filter));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Empty: the text is no cursor of a list under this filter.
    static Optional<Cursor> read(String text, Filter filter) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(bytes);
            var cursor = new Cursor(
                    new ListPlace(Instant.ofEpochMilli(read.getLong()), new UUID(read.getLong(), read.getLong())));
            // Written anew, for some letters have more than one spelling.
            return cursor.text(filter).equals(text) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] checksum(Filter filter) {
        try {
            var sum = MessageDigest.getInstance("SHA-256")
                    .digest((filter + "/" + place.requestedAt().toEpochMilli() + "/" + place.peeringId())
                            .getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sum, CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}

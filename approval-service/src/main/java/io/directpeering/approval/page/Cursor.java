package io.directpeering.approval.page;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// A place in a list that is ordered by time and, at the same time, by id. Opaque to clients.
///
/// @param at to the millisecond
public record Cursor(Instant at, String id) {

    /// Databases know no time after it.
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at.toEpochMilli() + " " + id).getBytes(US_ASCII));
    }

    /// Empty: no cursor of ours.
    static Optional<Cursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(" ", 2);
            var millis = Long.parseLong(parts[0]);
            return parts.length == 2 && millis >= 0 && millis <= LAST
                    ? Optional.of(new Cursor(Instant.ofEpochMilli(millis), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

package io.directpeering.http.page;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// A place in a list that is ordered by time and, at the same time, by id. Opaque to clients.
///
/// @param at to the millisecond
public record Place<K>(Instant at, K id) {

    /// Databases know no time after it.
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at.toEpochMilli() + " " + id).getBytes(US_ASCII));
    }

    /// Reads places out of what [#text] wrote.
    ///
    /// @param id reads the id; fails with an [IllegalArgumentException] where it is none
    public static <K> Function<String, Optional<Place<K>>> reader(Function<String, K> id) {
        return text -> read(text, id);
    }

    private static <K> Optional<Place<K>> read(String text, Function<String, K> id) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(" ", 2);
            var millis = Long.parseLong(parts[0]);
            return parts.length == 2 && millis >= 0 && millis <= LAST
                    ? Optional.of(new Place<>(Instant.ofEpochMilli(millis), id.apply(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

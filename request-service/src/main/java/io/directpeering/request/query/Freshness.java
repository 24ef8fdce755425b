package io.directpeering.request.query;

import java.time.Instant;
import java.util.Collection;

/// How recent an answer is.
///
/// @param readUpTo      everything that was in the log at this moment is in the answer
/// @param recordsBehind facts in the log that are not in it yet, as of the latest look at the log's end
/// @param standby       some of it comes from a copy: it holds what was committed by `readUpTo`, while one that was
///                      read before from the original may have been further
public record Freshness(Instant readUpTo, long recordsBehind, boolean standby) {

    /// Of an answer that is made of these, at least one.
    public static Freshness of(Collection<Freshness> parts) {
        return parts.stream()
                .reduce((one, other) -> new Freshness(
                        one.readUpTo().isBefore(other.readUpTo()) ? one.readUpTo() : other.readUpTo(),
                        one.recordsBehind() + other.recordsBehind(),
                        one.standby() || other.standby()))
                .orElseThrow();
    }
}

package io.directpeering.request.peering;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.directpeering.http.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Instants that have passed, as query parameters give them.
final class AsOf {

    static final String EXAMPLE = "2026-05-03T14:00:00Z";
    static final String DESCRIPTION = "An instant that has passed, ISO 8601 with an offset";

    private static final int MAX_CHARACTERS = 40;
    private static final String WANTED = "must be an instant in ISO 8601 with an offset, e.g. " + EXAMPLE
            + "; the + of an offset is written %2B in an address";

    private AsOf() {}

    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400: it is none, or has not come yet
    static Instant required(String field, @Nullable String text, Clock clock) {
        var violations = new Violations();
        var instant = required(violations, field, text, clock.instant());
        violations.refuseIfAny();
        return instant;
    }

    /// The instant; where it is none, or has not come yet, that is noted, and the answer is the present.
    static Instant required(Violations violations, String field, @Nullable String text, Instant now) {
        if (text == null) {
            violations.add(field, "is required: an instant that has passed, e.g. " + EXAMPLE);
            return now;
        }
        try {
            var instant = text.length() > MAX_CHARACTERS
                    ? Instant.MIN
                    : OffsetDateTime.parse(text).toInstant();
            if (violations.check(instant != Instant.MIN, field, WANTED)
                    && violations.check(!instant.isAfter(now), field, "is still to come: it is " + now + " now")) {
                // Nothing was before, and stores count from there.
                return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
            }
        } catch (DateTimeException e) {
            violations.add(field, WANTED);
        }
        return now;
    }
}

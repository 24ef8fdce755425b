package io.directpeering.request.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The latest failures of the judge's threads. One is got over by the thread that follows; another soon after shows
/// that the judge does not get ahead, however often it is RUNNING in between.
final class Failures {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Instant last = Instant.MIN;
    private Instant lastButOne = Instant.MIN;
    private String cause = "";

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Throwable failure) {
        cause = root(failure).toString();
        lastButOne = last;
        last = clock.instant();
    }

    /// What the last one was; empty: there was none.
    synchronized String cause() {
        return cause;
    }

    /// Says so where the last two lie within the minute that has just passed.
    synchronized Optional<String> again() {
        return lastButOne.isAfter(clock.instant().minus(MINUTE))
                ? Optional.of("It failed twice within a minute, the last time by " + cause)
                : Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

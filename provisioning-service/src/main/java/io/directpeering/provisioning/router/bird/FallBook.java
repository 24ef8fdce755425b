package io.directpeering.provisioning.router.bird;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.directpeering.provisioning.router.Sighting.SessionSighting;
import org.jspecify.annotations.Nullable;

/// Counts how often a session fell, since BIRD does not: as many times as one was seen that had been up before and was
/// not any more, or not any longer. Falls between two looks count as one, and a new process begins anew.
final class FallBook {

    /// BIRD counts back from now when it tells since when, and is a millisecond off at times.
    private static final Duration UNSTEADY = Duration.ofMillis(50);

    private record Page(String specHash, @Nullable Instant upSince, int falls) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /// The session with its falls.
    SessionSighting counted(String protocol, String specHash, SessionSighting seen) {
        var page = pages.compute(protocol, (_, before) -> next(before, specHash, seen.establishedAt()));
        return new SessionSighting(
                seen.family(),
                seen.state(),
                seen.remoteAsn(),
                seen.prefixesReceived(),
                seen.prefixesAccepted(),
                seen.prefixesAdvertised(),
                page.falls(),
                page.upSince(),
                seen.lastError());
    }

    void forget(String prefix) {
        pages.keySet().removeIf(protocol -> protocol.startsWith(prefix));
    }

    private static Page next(@Nullable Page before, String specHash, @Nullable Instant upSince) {
        if (before == null || !before.specHash().equals(specHash)) {
            return new Page(specHash, upSince, 0);
        }
        if (isSame(before.upSince(), upSince)) {
            return before;
        }
        return new Page(specHash, upSince, before.falls() + (before.upSince() == null ? 0 : 1));
    }

    private static boolean isSame(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : Duration.between(one, other).abs().compareTo(UNSTEADY) < 0;
    }
}

package io.directpeering.request.topology.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.DriftKind;
import io.directpeering.events.RoutePolicy;
import org.jspecify.annotations.Nullable;

/// The differences between what is intended and what is seen: a pure function of both.
public final class Drifts {

    /// How daemons word the end of a session that brought too many prefixes (RFC 4486, subcode 1). The reason comes as
    /// text only; one that is worded otherwise still shows as a session that is down.
    private static final Pattern TOO_MANY = Pattern.compile(
            "prefix(es)?\\b.*\\b(exceed|reach)|(limit|maximum)\\b.*\\b(exceed|reach)", Pattern.CASE_INSENSITIVE);

    private Drifts() {}

    /// @param seen       the latest look; null: there was none
    /// @param staleAfter after so long without a look, nothing is known any more
    public static Set<DriftKind> of(
            Intention intended, @Nullable BgpSessionObserved seen, Instant now, Duration staleAfter) {
        var drifts = EnumSet.noneOf(DriftKind.class);
        if (seen != null) {
            add(drifts, intended, seen);
        }
        if (intended.wanted() == Wanted.Established && isStale(intended, seen, now, staleAfter)) {
            drifts.add(DriftKind.Stale);
        }
        return drifts;
    }

    /// When a session of which nothing is heard from now on becomes stale.
    public static Instant staleFrom(Intention intended, @Nullable BgpSessionObserved seen, Duration staleAfter) {
        return (seen == null ? intended.since() : seen.getMetadata().getOccurredAt()).plus(staleAfter);
    }

    private static boolean isStale(
            Intention intended, @Nullable BgpSessionObserved seen, Instant now, Duration staleAfter) {
        if (seen != null && seen.getRoutePolicy() == RoutePolicy.NoSession) {
            // It is missing, and nobody looks again at what is not there.
            return false;
        }
        return (seen != null || intended.expected()) && !now.isBefore(staleFrom(intended, seen, staleAfter));
    }

    private static void add(Set<DriftKind> drifts, Intention intended, BgpSessionObserved seen) {
        var there = seen.getRoutePolicy() != RoutePolicy.NoSession;
        switch (intended.wanted()) {
            case NoSession -> addIf(drifts, DriftKind.SessionUnexpected, there);
            case MayStand -> addIf(drifts, DriftKind.PolicyDiffers, policyDiffers(intended, seen));
            case Established -> {
                if (there) {
                    addIf(drifts, DriftKind.PolicyDiffers, policyDiffers(intended, seen));
                    addOfSession(drifts, intended, seen);
                } else {
                    drifts.add(DriftKind.SessionMissing);
                }
            }
        }
    }

    private static void addOfSession(Set<DriftKind> drifts, Intention intended, BgpSessionObserved seen) {
        var up = seen.getState() == BgpSessionState.Established;
        var limit = intended.maxPrefixes();
        var tooMany = limit != null && seen.getPrefixesReceived() > limit;
        addIf(drifts, DriftKind.SessionDown, !up);
        addIf(drifts, DriftKind.PrefixLimitExceeded, tooMany || !up && wasTornDownForPrefixes(seen));
    }

    private static boolean wasTornDownForPrefixes(BgpSessionObserved seen) {
        return seen.getLastError() instanceof String error
                && TOO_MANY.matcher(error).find();
    }

    private static boolean policyDiffers(Intention intended, BgpSessionObserved seen) {
        return !intended.policies().contains(seen.getRoutePolicy());
    }

    private static void addIf(Set<DriftKind> drifts, DriftKind kind, boolean is) {
        if (is) {
            drifts.add(kind);
        }
    }
}

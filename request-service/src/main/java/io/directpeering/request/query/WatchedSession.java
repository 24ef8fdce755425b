package io.directpeering.request.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.DriftKind;
import io.directpeering.events.RoutePolicy;
import org.jspecify.annotations.Nullable;

/// One BGP session as it should be and as it was seen last.
///
/// @param wanted      NoSession, MayStand or Established
/// @param routePolicy that the facts state to be in force
/// @param maxPrefixes null: none were agreed for the family
/// @param seen        the latest look; null: there was none
/// @param alarming    whether drifts of it are alarms: not outside of Active
public record WatchedSession(
        UUID connectionId,
        AddressFamily family,
        String wanted,
        RoutePolicy routePolicy,
        @Nullable Integer maxPrefixes,
        @Nullable BgpSessionObserved seen,
        boolean alarming,
        List<Drift> drifts) {

    /// One difference between the two.
    ///
    /// @param since  null: it is no alarm and not about to become one, so nobody noted when it began
    /// @param raised the alarm is out
    /// @param seen   it shows in the latest look; else it has not been gone for long enough
    public record Drift(DriftKind kind, @Nullable Instant since, boolean raised, boolean seen) {}
}

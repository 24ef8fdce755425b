package io.directpeering.request.peering;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.DriftKind;
import io.directpeering.events.RoutePolicy;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.WatchedSession;
import org.jspecify.annotations.Nullable;

/// The BGP sessions of a peering as clients read them: what is intended beside what was seen.
///
/// @param sequence of the peering whose intentions they are
record SessionsView(UUID peeringId, long sequence, List<OfConnection> connections) {

    record OfConnection(UUID connectionId, ConnectionState state, List<Session> sessions) {}

    /// @param observed null: nobody has looked at it yet
    /// @param drift    the differences; empty: it is as it should be
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            AddressFamily family,
            Intended intended,
            @Nullable Observed observed,
            List<Drift> drift) {}

    /// @param session     NoSession: none should be there; MayStand: it may, while it is being worked on; Established
    /// @param maxPrefixes null: none were agreed for the family
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Intended(
            String session,
            RoutePolicy routePolicy,
            @Nullable Integer maxPrefixes) {}

    /// The latest look at the session on its router.
    ///
    /// @param uptime how long it has been Established, ISO-8601; null: it is not
    /// @param flaps  times that it fell out of Established, by the router's count
    /// @param age    how long ago the look was taken, ISO-8601
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Observed(
            String router,
            BgpSessionState state,
            RoutePolicy routePolicy,
            @Nullable Instant establishedAt,
            @Nullable String uptime,
            int flaps,
            int prefixesReceived,
            int prefixesAccepted,
            int prefixesAdvertised,
            @Nullable String lastError,
            Instant observedAt,
            String age) {}

    /// One difference.
    ///
    /// @param since when it began; null: it is not watched, for the connection is not Active
    /// @param alarm the alarm is out: it has lasted longer than a flap, or a change, takes
    /// @param seen  it shows in what was observed; else the alarm is about to be cleared
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Drift(DriftKind kind, @Nullable Instant since, boolean alarm, boolean seen) {}

    static SessionsView of(Known known, List<WatchedSession> watched) {
        return new SessionsView(
                known.snapshot().getPeeringId(),
                known.snapshot().getSequence(),
                known.snapshot().getConnections().stream()
                        .map(connection -> of(connection, watched, known.readAt()))
                        .toList());
    }

    /// Changes with everything that is told here, but for what only grows older.
    String tag() {
        var told = connections.stream()
                .flatMap(connection -> connection.sessions().stream())
                .mapToInt(session -> Objects.hash(
                        session.observed() == null ? null : session.observed().observedAt(), session.drift()))
                .reduce(1, (one, other) -> 31 * one + other);
        return sequence + "-" + Integer.toHexString(told);
    }

    private static OfConnection of(ConnectionSnapshot connection, List<WatchedSession> watched, Instant now) {
        return new OfConnection(
                connection.getConnectionId(),
                connection.getState(),
                watched.stream()
                        .filter(session -> session.connectionId().equals(connection.getConnectionId()))
                        .map(session -> session(session, now))
                        .toList());
    }

    private static Session session(WatchedSession it, Instant now) {
        return new Session(
                it.family(),
                new Intended(it.wanted(), it.routePolicy(), it.maxPrefixes()),
                it.seen() == null ? null : observed(it.seen(), now),
                it.drifts().stream()
                        .map(drift -> new Drift(drift.kind(), drift.since(), drift.raised(), drift.seen()))
                        .toList());
    }

    private static Observed observed(BgpSessionObserved it, Instant now) {
        var at = it.getMetadata().getOccurredAt();
        return new Observed(
                it.getRouter(),
                it.getState(),
                it.getRoutePolicy(),
                it.getEstablishedAt(),
                it.getEstablishedAt() == null ? null : between(it.getEstablishedAt(), now),
                it.getFlaps(),
                it.getPrefixesReceived(),
                it.getPrefixesAccepted(),
                it.getPrefixesAdvertised(),
                it.getLastError(),
                at,
                between(at, now));
    }

    /// Not below zero: the clock of whoever looked may be ahead of ours.
    private static String between(Instant from, Instant now) {
        var time = Duration.between(from, now).truncatedTo(ChronoUnit.SECONDS);
        return (time.isNegative() ? Duration.ZERO : time).toString();
    }
}

package io.directpeering.request.topology.drift;

import java.time.Instant;
import java.util.stream.Stream;

import io.directpeering.events.DriftKind;
import org.jspecify.annotations.Nullable;

/// One drift of one session, from when it is first seen until it has been gone for a while.
///
/// @param since     when it began, by the clocks of those who state things: tells it from the next of its kind
/// @param noticedAt when the judge came upon it. The grace counts from here: what was waiting in the log may be
///                  followed by its end
/// @param wellSince since when it is no longer seen; null: it is
/// @param raised    the alarm is out
public record Episode(
        DriftKind kind,
        Instant since,
        Instant noticedAt,
        @Nullable Instant wellSince,
        boolean raised) {

    /// One that has just been noticed.
    static Episode begun(DriftKind kind, Instant since, Instant now) {
        return new Episode(kind, since, now, null, false);
    }

    Episode seenAgain() {
        return wellSince == null ? this : new Episode(kind, since, noticedAt, null, raised);
    }

    Episode notSeen(Instant now) {
        return wellSince == null ? new Episode(kind, since, noticedAt, now, raised) : this;
    }

    Episode alarmed() {
        return new Episode(kind, since, noticedAt, wellSince, true);
    }

    boolean isToBeRaised(Instant now, DriftSettings settings) {
        return !raised && wellSince == null && !now.isBefore(noticedAt.plus(settings.grace()));
    }

    boolean isOver(Instant now, DriftSettings settings) {
        return wellSince != null && !now.isBefore(wellSince.plus(settings.settle()));
    }

    /// When something may have to be done about it by itself; empty: nothing without another look.
    Stream<Instant> due(DriftSettings settings) {
        if (wellSince != null) {
            return Stream.of(wellSince.plus(settings.settle()));
        }
        return raised ? Stream.empty() : Stream.of(noticedAt.plus(settings.grace()));
    }
}

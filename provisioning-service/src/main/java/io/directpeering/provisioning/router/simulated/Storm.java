package io.directpeering.provisioning.router.simulated;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.directpeering.provisioning.router.BgpState;
import org.jspecify.annotations.Nullable;

/// Many sessions flapping at once. While it lasts, its sessions are in memory only and what the rows say of them does
/// not count: a router has no database that a storm could wear out.
final class Storm {

    /// Pauses are no shorter: what is due by then goes at once.
    private static final Duration PACE = Duration.ofMillis(5);

    private final Map<UUID, List<SessionRow>> raging = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile @Nullable Object latest;

    Storm(InstantSource clock) {
        this.clock = clock;
    }

    /// What a connection's sessions are in the storm; empty: it is not in it.
    Optional<List<SessionRow>> sessionsOf(UUID connectionId) {
        return Optional.ofNullable(raging.get(connectionId));
    }

    /// Rages in place of the one before, and returns when it is over.
    ///
    /// @param connections     sessions that flap, by connection; those of one fall and establish together
    /// @param changesASecond  over all sessions
    /// @param hint            is told of a session of each connection that changed
    void rage(List<List<SessionRow>> connections, double changesASecond, Duration lasting, Consumer<SessionRow> hint) {
        var me = new Object();
        latest = me;
        var started = System.nanoTime();
        long changes = 0;
        int next = 0;
        var elapsed = Duration.ZERO;
        while (latest == me && elapsed.compareTo(lasting) < 0) {
            if (changes > elapsed.toNanos() / 1e9 * changesASecond) {
                LockSupport.parkNanos(PACE.toNanos());
            } else {
                var sessions = connections.get(next);
                changes += flap(sessions);
                hint.accept(sessions.getFirst());
                next = (next + 1) % connections.size();
            }
            elapsed = Duration.ofNanos(System.nanoTime() - started);
        }
        if (latest == me) {
            raging.clear();
            connections.forEach(sessions -> hint.accept(sessions.getFirst()));
        }
    }

    private int flap(List<SessionRow> stored) {
        return raging.merge(stored.getFirst().connectionId(), flapped(stored), (before, _) -> flapped(before))
                .size();
    }

    private List<SessionRow> flapped(List<SessionRow> before) {
        return before.stream().map(row -> row.with(flapped(row.fsm()))).toList();
    }

    private Fsm flapped(Fsm fsm) {
        return fsm.state() == BgpState.ESTABLISHED
                ? new Fsm(BgpState.IDLE, null, fsm.remoteAsn(), fsm.flaps() + 1, null, "hold timer expired")
                : new Fsm(BgpState.ESTABLISHED, null, fsm.remoteAsn(), fsm.flaps(), clock.instant(), null);
    }
}

package io.directpeering.request.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.StageOverdue;
import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.census.Headcount;
import io.directpeering.request.topology.deadline.Deadline;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.Intention;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/// What is done in a partition beside judging: heads are counted, and what falls due is looked for, by the wall
/// clock. Both begin with a [Walk] through what stands already.
final class Rounds implements AutoCloseable {

    private static final Duration WALK_EVERY = Duration.ofMillis(100);
    private static final int VISITS = 200;

    /// A fact that is older than this when it is judged was waiting in the log: more of them may come, and one may
    /// show that nothing is overdue.
    private static final long BEHIND_MS = Duration.ofMinutes(1).toMillis();

    private final Deadlines deadlines;
    private final Census census;
    private final ProcessorContext<?, ?> context;
    private final Consumer<StageOverdue> statement;
    private final Consumer<PeeringSnapshot> watched;
    private final Headcount headcount;
    private final Watch watch;
    private final Walk walk;
    private final Cancellable walking;
    private boolean behind;

    /// @param statement puts what is overdue into the log
    /// @param watched   is told of peerings whose sessions are to be watched
    Rounds(
            Deadlines deadlines,
            Census census,
            ProcessorContext<?, ?> context,
            Consumer<StageOverdue> statement,
            Consumer<PeeringSnapshot> watched) {
        this.deadlines = deadlines;
        this.census = census;
        this.context = context;
        this.statement = statement;
        this.watched = watched;
        headcount = census.begin();
        watch = new Watch(deadlines, context);
        walk = new Walk(context.getStateStore(Stores.PEERINGS));
        walking = context.schedule(WALK_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> walk());
        context.schedule(deadlines.checkInterval(), PunctuationType.WALL_CLOCK_TIME, this::check);
    }

    /// A fact of this time is being judged.
    void judging(long loggedAtMs) {
        behind |= context.currentSystemTimeMs() - loggedAtMs > BEHIND_MS;
    }

    /// A peering stands elsewhere, or came to be.
    void moved(@Nullable PeeringSnapshot before, PeeringSnapshot after) {
        var old = before == null ? List.<Deadline>of() : deadlines.of(before);
        var now = deadlines.of(after);
        // Every step into or out of a state that has a deadline changes these, and there is no other step.
        if (before == null || !old.equals(now)) {
            watch.renew(after.getPeeringId(), old, now);
            recount(before, old, after, now);
        }
    }

    private void recount(
            @Nullable PeeringSnapshot before, List<Deadline> old, PeeringSnapshot after, List<Deadline> now) {
        if (walk.isPast(after.getPeeringId().toString())) {
            if (before != null) {
                headcount.remove(before, old);
            }
            headcount.add(after, now);
        }
    }

    private void walk() {
        if (walk.visit(VISITS, this::visit)) {
            walking.cancel();
        }
    }

    private void visit(PeeringSnapshot peering) {
        var all = deadlines.of(peering);
        watch.note(peering.getPeeringId(), all);
        headcount.add(peering, all);
        if (isToBeWatched(peering)) {
            watched.accept(peering);
        }
    }

    /// Whether alarms about its sessions are possible.
    static boolean isToBeWatched(PeeringSnapshot peering) {
        return peering.getConnections().stream().anyMatch(Intention::alarms);
    }

    private void check(long nowMs) {
        if (!behind) {
            watch.check(Instant.ofEpochMilli(nowMs), statement);
        }
        behind = false;
    }

    @Override
    public void close() {
        census.end(headcount);
    }
}

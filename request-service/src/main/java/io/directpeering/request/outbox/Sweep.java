package io.directpeering.request.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/// Clears the outbox, every second while there is something in it, and first of all at start-up: rows whose outcome the
/// log shows go, rows that nobody is sending are sent.
@ApplicationScoped
class Sweep {

    private final OutboxTable table;
    private final Outcomes outcomes;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final Pace pace = new Pace();

    Sweep(OutboxTable table, Outcomes outcomes, Dispatcher dispatcher, Clock clock) {
        this.table = table;
        this.outcomes = outcomes;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Stored stored) {
        pace.wake();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        pace.call(this::sweep);
    }

    private boolean sweep() {
        table.endLeases(dispatcher.takeFailed());
        // Behind each cleared row there may be the next one of its peering.
        while (pass() > 0) {}
        return table.measure() > 0;
    }

    /// Looks at the first row of each peering.
    ///
    /// @return number of rows that were cleared
    private int pass() {
        var toSend = new ArrayList<Outbox.Stored>();
        int cleared = table.forEachHead(row -> {
            if (outcomes.isDecided(row.peeringId, row.eventId)) {
                return OutboxTable.Verdict.CLEAR;
            }
            if (row.leasedUntil.isAfter(clock.instant()) || !outcomes.canBeSeen(row.peeringId)) {
                return OutboxTable.Verdict.LEAVE;
            }
            toSend.add(new Outbox.Stored(FactCodec.decode(row.type, row.fact), row.traceparent));
            return OutboxTable.Verdict.LEASE;
        });
        send(toSend);
        return cleared;
    }

    private void send(List<Outbox.Stored> facts) {
        if (!facts.isEmpty()) {
            Log.infof("Facts are sent by the sweep count=%d", facts.size());
            facts.forEach(dispatcher::send);
        }
    }
}

package io.directpeering.approval.statement;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/// States facts whose rows are committed, and waits for what becomes of them.
@ApplicationScoped
public class Statements {

    private final FactLog log;
    private final StatementSettings settings;
    private final Event<Committed> committed;

    /// A row that stands once the transaction has committed.
    record Committed(UUID eventId) {}

    Statements(FactLog log, StatementSettings settings, Event<Committed> committed) {
        this.committed = committed;
        this.log = log;
        this.settings = settings;
    }

    /// Waits for the outcome of a fact, for a few seconds. Looks at the row and not at this instance's own consumer:
    /// the outcome may come in at another replica. Must not be called inside a transaction.
    public Verdict await(UUID eventId) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        while (true) {
            var verdict = find(eventId).verdict();
            if (!(verdict instanceof Verdict.Undecided) || System.nanoTime() - deadline >= 0) {
                return verdict;
            }
            LockSupport.parkNanos(settings.lookEvery().toNanos());
        }
    }

    /// States the fact as soon as the current transaction has committed, and waits for nothing ([#await] does). A
    /// crash in between is what [Restatement] is for.
    public void stateOnceCommitted(UUID eventId) {
        committed.fire(new Committed(eventId));
    }

    void state(@Observes(during = TransactionPhase.AFTER_SUCCESS) Committed statement) {
        // Not here: whoever commits takes records in, and would wait for the log.
        Infrastructure.getDefaultExecutor().execute(() -> log.state(find(statement.eventId), settings.timeout()));
    }

    private static Statement find(UUID eventId) {
        return QuarkusTransaction.requiringNew().call(() -> Statement.findById(eventId));
    }

    /// How long after it was first stated a fact is stated again.
    public Duration patience() {
        return settings.restateAfter();
    }
}

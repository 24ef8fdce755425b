package io.directpeering.approval.statement;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.directpeering.outcomes.Awaited;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/// States facts whose rows are committed, and waits for what becomes of them.
@ApplicationScoped
public class Statements {

    private final FactLog log;
    private final StatementSettings settings;
    private final Awaited awaited;
    private final Event<Committed> committed;

    /// A row that stands once the transaction has committed.
    record Committed(UUID eventId) {}

    Statements(FactLog log, StatementSettings settings, Awaited awaited, Event<Committed> committed) {
        this.committed = committed;
        this.log = log;
        this.settings = settings;
        this.awaited = awaited;
    }

    /// Waits for the outcome of a fact, for a few seconds. Must not be called inside a transaction.
    public Verdict await(UUID eventId) {
        return awaited.await(
                        eventId,
                        settings.timeout(),
                        () -> Optional.of(find(eventId).verdict())
                                .filter(verdict -> !(verdict instanceof Verdict.Undecided)))
                .orElseGet(Verdict.Undecided::new);
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

package io.directpeering.approval.statement;

import java.time.Clock;
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

/// States what was found of registrations, when its row is committed.
@ApplicationScoped
public class Validations {

    private final Clock clock;
    private final FactLog log;
    private final StatementSettings settings;
    private final Awaited awaited;
    private final Event<Committed> committed;

    /// A row that stands once the transaction has committed.
    record Committed(UUID eventId) {}

    Validations(Clock clock, FactLog log, StatementSettings settings, Awaited awaited, Event<Committed> committed) {
        this.clock = clock;
        this.log = log;
        this.settings = settings;
        this.awaited = awaited;
        this.committed = committed;
    }

    /// Waits, for a few seconds, until the log has it, and says whether it has. Must not be called inside a
    /// transaction.
    public boolean await(UUID eventId) {
        return awaited.await(eventId, settings.timeout(), () -> Optional.ofNullable(find(eventId).statedAt))
                .isPresent();
    }

    private static Validation find(UUID eventId) {
        return QuarkusTransaction.requiringNew().call(() -> Validation.findById(eventId));
    }

    /// States it, unless the log has it already. Must not be called inside a transaction.
    void state(UUID eventId) {
        var validation = find(eventId);
        if (validation.statedAt == null && log.state(validation, settings.timeout())) {
            QuarkusTransaction.requiringNew()
                    .run(() -> Validation.update(
                            "statedAt = ?1 where eventId = ?2 and statedAt is null", clock.instant(), eventId));
            awaited.tell(eventId);
        }
    }

    /// States it as soon as the current transaction has committed, and waits for nothing ([#await] does). A crash in
    /// between is what [Restatement] is for.
    public void stateOnceCommitted(UUID eventId) {
        committed.fire(new Committed(eventId));
    }

    void state(@Observes(during = TransactionPhase.AFTER_SUCCESS) Committed validation) {
        // Not here: whoever commits takes records in, and would wait for the log.
        Infrastructure.getDefaultExecutor().execute(() -> state(validation.eventId));
    }

    /// How long after it was first stated it is stated again.
    public Duration patience() {
        return settings.restateAfter();
    }
}

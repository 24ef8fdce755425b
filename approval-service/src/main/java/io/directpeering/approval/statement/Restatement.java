package io.directpeering.approval.statement;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Timeouts;

/// States again what the log has not shown an outcome of: after a crash between row and log, and after an outage
/// of the log.
@ApplicationScoped
class Restatement {

    private static final int BATCH = 100;

    private final Clock clock;
    private final FactLog log;
    private final Validations validations;
    private final StatementSettings settings;

    Restatement(Clock clock, FactLog log, Validations validations, StatementSettings settings) {
        this.validations = validations;
        this.clock = clock;
        this.log = log;
        this.settings = settings;
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void sweep() {
        QuarkusTransaction.requiringNew()
                .call(this::claim)
                .forEach(statement -> log.state(statement, settings.timeout()));
        QuarkusTransaction.requiringNew().call(this::claimValidations).forEach(validations::state);
    }

    /// Puts off the next try of each before it is made, so that replicas do not all state the same.
    private List<Statement> claim() {
        var now = clock.instant();
        List<Statement> due = Statement.<Statement>find(
                        "outcome = ?1 and restateAt <= ?2 order by restateAt", Statement.Outcome.Undecided, now)
                .page(0, BATCH)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
        for (Statement statement : due) {
            statement.restatements++;
            statement.restateAt = now.plus(pause(statement.restatements));
        }
        return due;
    }

    private List<UUID> claimValidations() {
        var now = clock.instant();
        List<Validation> due = Validation.<Validation>find(
                        "statedAt is null and restateAt <= ?1 order by restateAt", now)
                .page(0, BATCH)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
        for (Validation validation : due) {
            validation.restatements++;
            validation.restateAt = now.plus(pause(validation.restatements));
        }
        return due.stream().map(validation -> validation.eventId).toList();
    }

    private Duration pause(int restatements) {
        var doubled = settings.restateAfter().multipliedBy(1L << Math.min(restatements, 20));
        return doubled.compareTo(settings.restateAtMostEvery()) < 0 ? doubled : settings.restateAtMostEvery();
    }
}

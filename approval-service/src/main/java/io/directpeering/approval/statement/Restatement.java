package io.directpeering.approval.statement;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final StatementSettings settings;

    Restatement(Clock clock, FactLog log, StatementSettings settings) {
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

    private Duration pause(int restatements) {
        var doubled = settings.restateAfter().multipliedBy(1L << Math.min(restatements, 20));
        return doubled.compareTo(settings.restateAtMostEvery()) < 0 ? doubled : settings.restateAtMostEvery();
    }
}

package io.directpeering.approval.statement;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/// States facts whose rows are committed, and waits for what becomes of them.
@ApplicationScoped
public class Statements {

    private final FactLog log;
    private final StatementSettings settings;

    Statements(FactLog log, StatementSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    /// States the fact and waits for its outcome, for a few seconds. Must not be called inside a transaction.
    public Verdict settle(UUID eventId) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        var statement = find(eventId);
        if (statement.outcome == Statement.Outcome.Undecided) {
            log.state(statement, settings.timeout());
        }
        return await(eventId, deadline);
    }

    /// Waits for the outcome of a fact that somebody else states. Must not be called inside a transaction.
    public Verdict await(UUID eventId) {
        return await(eventId, System.nanoTime() + settings.timeout().toNanos());
    }

    /// Looks at the row and not at this instance's own consumer: the outcome may come in at another replica.
    private Verdict await(UUID eventId, long deadline) {
        while (true) {
            var verdict = find(eventId).verdict();
            if (!(verdict instanceof Verdict.Undecided) || System.nanoTime() - deadline >= 0) {
                return verdict;
            }
            LockSupport.parkNanos(settings.lookEvery().toNanos());
        }
    }

    private static Statement find(UUID eventId) {
        return QuarkusTransaction.requiringNew().call(() -> Statement.findById(eventId));
    }

    /// How long after it was first stated a fact is stated again.
    public Duration patience() {
        return settings.restateAfter();
    }
}

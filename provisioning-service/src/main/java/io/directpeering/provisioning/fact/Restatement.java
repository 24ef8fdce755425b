package io.directpeering.provisioning.fact;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

/// States facts again whose outcome the log has not shown: after a crash between commit and sending, or a broker
/// that was away. The id stays, so a fact that did arrive is a repeat and does nothing.
@ApplicationScoped
public class Restatement {

    /// After five seconds, then each time after as long as it has been stated, so that a judge that is behind is not
    /// kept behind. What an earlier process stated last is due at once.
    private static final String DUE = """
            SELECT * FROM stated_fact
            WHERE outcome = 'UNDECIDED'
              AND (last_sent_at < :startedAt
                OR last_sent_at + least(greatest(last_sent_at - stated_at, '5 s'), '30 s') < :now)
            ORDER BY stated_at LIMIT 500
            FOR UPDATE SKIP LOCKED""";

    private final EntityManager database;
    private final FactSender sender;
    private final InstantSource clock;
    private final Instant startedAt;

    Restatement(EntityManager database, FactSender sender, InstantSource clock, MeterRegistry metrics) {
        this.database = database;
        this.sender = sender;
        this.clock = clock;
        this.startedAt = clock.instant();
        metrics.gauge("peering.facts.undecided", this, _ -> undecided());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void restate() {
        due().forEach(row -> sender.send(row.fact(), row.traceparent));
    }

    @Transactional
    List<StatedFact> due() {
        var now = clock.instant();
        var due = database.unwrap(Session.class)
                .createNativeQuery(DUE, StatedFact.class)
                .setParameter("now", now)
                .setParameter("startedAt", startedAt)
                .getResultList();
        due.forEach(row -> row.lastSentAt = now);
        return due;
    }

    private static double undecided() {
        return QuarkusTransaction.requiringNew()
                .call(() -> StatedFact.count("verdict", StatedFact.Verdict.UNDECIDED))
                .doubleValue();
    }
}

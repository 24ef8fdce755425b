package io.directpeering.provisioning.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/// States facts again whose outcome the log has not shown: after a crash between commit and sending, or a broker
/// that was away. The id stays, so a fact that did arrive is a repeat and does nothing.
@ApplicationScoped
public class Restatement {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Page BATCH = Page.ofSize(500);

    private final FactSender sender;
    private final InstantSource clock;
    private final Instant startedAt;

    Restatement(FactSender sender, InstantSource clock, MeterRegistry metrics) {
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
        var patient = now.minus(PATIENCE);
        // What an earlier process stated last is due at once.
        var before = patient.isAfter(startedAt) ? patient : startedAt;
        List<StatedFact> due = StatedFact.<StatedFact>find(
                        "verdict = ?1 and lastSentAt < ?2 order by statedAt", StatedFact.Verdict.UNDECIDED, before)
                .page(BATCH)
                .list();
        due.forEach(row -> row.lastSentAt = now);
        return due;
    }

    private static double undecided() {
        return QuarkusTransaction.requiringNew()
                .call(() -> StatedFact.count("verdict", StatedFact.Verdict.UNDECIDED))
                .doubleValue();
    }
}

package io.directpeering.provisioning.fact;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.schemas.CloudEventHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// States facts to the log, and knows what the log made of them.
@ApplicationScoped
public class Facts {

    /// How often a waiting command looks: a decision takes some tens of milliseconds.
    private static final Duration LOOK = Duration.ofMillis(15);

    private final AfterCommit afterCommit;
    private final FactSender sender;
    private final InstantSource clock;
    private final Duration decisionTimeout;

    Facts(
            AfterCommit afterCommit,
            FactSender sender,
            InstantSource clock,
            @ConfigProperty(name = "peering.decision.timeout", defaultValue = "3s") Duration decisionTimeout) {
        this.afterCommit = afterCommit;
        this.sender = sender;
        this.clock = clock;
        this.decisionTimeout = decisionTimeout;
    }

    /// States a fact when the transaction commits. Stating it again changes nothing.
    @Transactional(TxType.MANDATORY)
    public void state(SpecificRecord fact) {
        var metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        if (StatedFact.findById(metadata.getEventId()) != null) {
            return;
        }
        var row = StatedFact.of(metadata, fact, clock.instant());
        row.persist();
        var traceparent = row.traceparent;
        afterCommit.run(() -> sender.send(fact, traceparent));
    }

    /// Notes what the log made of a fact; of one that is not ours, nothing.
    @Transactional(TxType.MANDATORY)
    public void decided(UUID eventId, Outcome outcome) {
        StatedFact row = StatedFact.findById(eventId, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.outcome() instanceof Outcome.Undecided) {
            row.decide(outcome);
        }
    }

    /// Waits until the log shows what became of a fact, which may show at any replica: so the row is watched.
    public Outcome await(UUID eventId) {
        var until = System.nanoTime() + decisionTimeout.toNanos();
        while (true) {
            var outcome = QuarkusTransaction.requiringNew().call(() -> {
                StatedFact row = StatedFact.findById(eventId);
                return row == null ? new Outcome.Undecided() : row.outcome();
            });
            if (!(outcome instanceof Outcome.Undecided) || System.nanoTime() > until) {
                return outcome;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}

package io.directpeering.provisioning.fact;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.outcomes.Awaited;
import io.directpeering.schemas.CloudEventHeaders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// States facts to the log, and knows what the log made of them.
@ApplicationScoped
public class Facts {

    private final AfterCommit afterCommit;
    private final FactSender sender;
    private final Awaited awaited;
    private final InstantSource clock;
    private final Duration decisionTimeout;

    Facts(
            AfterCommit afterCommit,
            FactSender sender,
            Awaited awaited,
            InstantSource clock,
            @ConfigProperty(name = "peering.decision.timeout", defaultValue = "3s") Duration decisionTimeout) {
        this.afterCommit = afterCommit;
        this.sender = sender;
        this.awaited = awaited;
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

    /// Notes what the log made of a fact; of one that has no row, nothing.
    @Transactional(TxType.MANDATORY)
    public void decided(UUID eventId, Outcome outcome) {
        StatedFact row = StatedFact.findById(eventId, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.outcome() instanceof Outcome.Undecided) {
            row.decide(outcome);
        }
    }

    /// Waits until the log shows what became of a fact.
    public Outcome await(UUID eventId) {
        return awaited.await(eventId, decisionTimeout, () -> decision(eventId)).orElseGet(Outcome.Undecided::new);
    }

    private static Optional<Outcome> decision(UUID eventId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> StatedFact.<StatedFact>findByIdOptional(eventId))
                .map(StatedFact::outcome)
                .filter(outcome -> !(outcome instanceof Outcome.Undecided));
    }
}

package io.directpeering.request.outbox;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.traces.About;
import io.directpeering.traces.Traceparent;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Where a fact is put so that it reaches the log exactly if the transaction around it commits.
@ApplicationScoped
public class Outbox {

    /// Longer than the producer tries on its own, so that nobody sends a row that another still has in hand.
    static final Duration LEASE = Duration.ofSeconds(6);

    private final Clock clock;
    private final Outcomes outcomes;
    private final Event<Stored> stored;

    Outbox(Clock clock, Outcomes outcomes, Event<Stored> stored) {
        this.clock = clock;
        this.outcomes = outcomes;
        this.stored = stored;
    }

    /// A fact in its row, with the trace it belongs to.
    record Stored(SpecificRecord fact, @Nullable String traceparent) {}

    /// Puts a fact into the caller's transaction. It is sent as soon as that transaction has committed; behind an
    /// earlier fact of the same peering whose outcome is not known yet, the sweep sends it in its turn.
    @Transactional(TxType.MANDATORY)
    public void put(SpecificRecord fact) {
        var metadata = CloudEventHeaders.metadataOf(fact)
                .orElseThrow(() -> new IllegalArgumentException(fact.getSchema().getName() + " is not an event"));
        About.found(metadata.getPeeringId());
        var now = clock.instant();
        var mayGoAtOnce = OutboxRow.<OutboxRow>list("peeringId", metadata.getPeeringId()).stream()
                .allMatch(earlier -> outcomes.isDecided(earlier.peeringId, earlier.eventId));
        var row = new OutboxRow();
        row.eventId = metadata.getEventId();
        row.peeringId = metadata.getPeeringId();
        row.type = fact.getSchema().getName();
        row.fact = FactCodec.encode(fact);
        row.storedAt = now;
        row.traceparent = Traceparent.current();
        row.leasedUntil = mayGoAtOnce ? now.plus(LEASE) : now;
        row.persist();
        if (mayGoAtOnce) {
            stored.fire(new Stored(fact, row.traceparent));
        }
    }
}

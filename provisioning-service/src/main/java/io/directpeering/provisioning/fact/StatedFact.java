package io.directpeering.provisioning.fact;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.directpeering.events.EventMetadata;
import io.directpeering.traces.Traceparent;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/// Storage of a fact that was stated, and of what became of it.
@Entity
@Table(name = "stated_fact")
@SuppressWarnings("NullAway.Init")
public class StatedFact extends PanacheEntityBase {

    enum Verdict {
        UNDECIDED,
        ACCEPTED,
        REFUSED
    }

    @Id
    @Column(name = "event_id")
    public UUID eventId;

    @Column(name = "peering_id")
    public UUID peeringId;

    @Column(name = "connection_id")
    public UUID connectionId;

    public String type;

    @Column(name = "record")
    public byte[] encoded;

    @Column(name = "stated_at")
    public Instant statedAt;

    @Column(name = "last_sent_at")
    public Instant lastSentAt;

    /// The trace that it belongs to; null: none is followed.
    public @Nullable String traceparent;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    Verdict verdict = Verdict.UNDECIDED;

    public @Nullable Long sequence;
    public @Nullable String code;
    public @Nullable String reason;

    static StatedFact of(EventMetadata metadata, SpecificRecord fact, Instant now) {
        var row = new StatedFact();
        row.eventId = metadata.getEventId();
        row.peeringId = metadata.getPeeringId();
        row.connectionId = requireNonNull(metadata.getConnectionId(), "this service speaks of single connections");
        row.type = fact.getSchema().getName();
        row.encoded = AvroBytes.of(fact);
        row.statedAt = now;
        row.lastSentAt = now;
        row.traceparent = Traceparent.current();
        return row;
    }

    public SpecificRecord fact() {
        return AvroBytes.read(encoded, type);
    }

    public Outcome outcome() {
        return switch (verdict) {
            case UNDECIDED -> new Outcome.Undecided();
            case ACCEPTED -> new Outcome.Accepted(requireNonNull(sequence));
            case REFUSED ->
                new Outcome.Refused(
                        requireNonNull(sequence),
                        requireNonNullElse(code, "Unknown"),
                        requireNonNullElse(reason, "no reason was recorded"));
        };
    }

    void decide(Outcome outcome) {
        switch (outcome) {
            case Outcome.Undecided _ -> throw new IllegalArgumentException("A decision decides");
            case Outcome.Accepted(var at) -> {
                verdict = Verdict.ACCEPTED;
                sequence = at;
            }
            case Outcome.Refused(var at, var why, var text) -> {
                verdict = Verdict.REFUSED;
                sequence = at;
                code = why;
                reason = text;
            }
        }
    }
}

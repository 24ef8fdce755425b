package io.directpeering.approval.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.directpeering.approval.policy.RuleOutcome;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A fact that this service states, with everything that it says, and what became of it.
@Entity
@Table(name = "statement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class Statement extends PanacheEntityBase {

    /// Derived from what is said ([io.directpeering.schemas.EventIds]): the same at every try.
    @Id
    public UUID eventId;

    public UUID peeringId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /// Sequence of the transition that is answered.
    public long answers;

    public String actor;

    public Instant occurredAt;

    /// Reason or question.
    public @Nullable String text;

    /// When the answer to a question is due.
    public @Nullable Instant answerDueAt;

    public String policyVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RuleOutcome> outcomes;

    /// Who agreed; empty where nobody had to.
    @JdbcTypeCode(SqlTypes.JSON)
    public List<GivenApproval> approvals;

    /// The trace that it belongs to (W3C Trace Context); null: none is followed.
    public @Nullable String traceparent;

    /// How often it was stated again.
    public int restatements;

    /// When it will be stated again, if no outcome is seen until then.
    public Instant restateAt;

    @Enumerated(EnumType.STRING)
    public Outcome outcome = Outcome.Undecided;

    public @Nullable Long outcomeSequence;

    public @Nullable String refusalCode;

    public @Nullable String refusalReason;

    public @Nullable String refusalState;

    /// What became of it.
    public enum Outcome {
        Undecided,
        Accepted,
        Refused
    }

    /// Not refused: it stands, or may yet come to stand.
    public boolean isLive() {
        return outcome != Outcome.Refused;
    }

    Verdict verdict() {
        long sequence = outcomeSequence == null ? 0 : outcomeSequence;
        return switch (outcome) {
            case Undecided -> new Verdict.Undecided();
            case Accepted -> new Verdict.Accepted(sequence);
            case Refused ->
                new Verdict.Refused(
                        sequence,
                        String.valueOf(refusalCode),
                        String.valueOf(refusalReason),
                        String.valueOf(refusalState));
        };
    }
}

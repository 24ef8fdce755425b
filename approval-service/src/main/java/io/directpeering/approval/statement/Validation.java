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
import io.directpeering.events.ValidationState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What this service states about a revision of a peer ASN's registration. Nobody judges it: once the log has it, it
/// is said.
@Entity
@Table(name = "validation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class Validation extends PanacheEntityBase {

    /// Derived from what is found of which revision ([io.directpeering.schemas.EventIds]): the same at every try.
    @Id
    public UUID eventId;

    public long asn;

    public long revision;

    /// Approved or Failed.
    @Enumerated(EnumType.STRING)
    public ValidationState validationState;

    public String actor;

    public Instant occurredAt;

    public @Nullable String reason;

    public String policyVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<RuleOutcome> outcomes;

    /// The trace that it belongs to (W3C Trace Context); null: none is followed.
    public @Nullable String traceparent;

    /// How often it was stated again.
    public int restatements;

    /// When it will be stated again, if the log has not taken it until then.
    public Instant restateAt;

    /// When the log had it; null: not yet, as far as is known.
    public @Nullable Instant statedAt;
}

package io.directpeering.approval.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.directpeering.approval.statement.GivenApproval;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One person's agreement to a request, kept until there are as many as are needed.
@Entity
@IdClass(Consent.Key.class)
@Table(name = "consent")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Consent extends PanacheEntityBase {

    record Key(UUID peeringId, String approver) {}

    @Id
    UUID peeringId;

    @Id
    String approver;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "peeringId", insertable = false, updatable = false)
    Review review;

    Instant approvedAt;

    @Nullable
    String reason;

    /// Reasons by id of the soft rule that is overridden.
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> overrides;

    GivenApproval given() {
        return new GivenApproval(approver, approvedAt, reason);
    }
}

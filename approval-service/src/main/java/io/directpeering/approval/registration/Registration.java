package io.directpeering.approval.registration;

import java.time.Instant;
import java.util.List;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.directpeering.approval.peer.Person;
import io.directpeering.approval.policy.RuleOutcome;
import io.directpeering.events.ValidationState;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A peer ASN as it was registered last, and what was found of that.
@Entity
@Table(name = "peer_asn_registration")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Registration extends PanacheEntityBase {

    @Id
    long asn;

    /// The latest that was taken in; 0: none yet, only what was found.
    long revision;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Person> contacts;

    String registeredBy;

    Instant registeredAt;

    @Enumerated(EnumType.STRING)
    ValidationState validationState;

    String policyVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    List<RuleOutcome> outcomes;

    @Nullable
    String decidedBy;

    @Nullable
    String decisionReason;

    @Nullable
    Instant decidedAt;

    /// The registration's row, locked until the transaction ends; null: there is none.
    static @Nullable Registration locked(long asn) {
        Registration found = findById(asn, LockModeType.PESSIMISTIC_WRITE);
        return found == null || found.revision == 0 ? null : found;
    }

    /// As [#locked], with an empty row where there was none: of two replicas that meet an ASN for the first time, one
    /// waits.
    static Registration lockedOrNew(long asn) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        INSERT INTO peer_asn_registration (asn, revision, name, contacts, registered_by, registered_at,
                                                           validation_state, policy_version, outcomes)
                        VALUES (:asn, 0, '', '[]', '', now(), 'None', '', '[]')
                        ON CONFLICT DO NOTHING""")
                .setParameter("asn", asn)
                .executeUpdate();
        return findById(asn, LockModeType.PESSIMISTIC_WRITE);
    }
}

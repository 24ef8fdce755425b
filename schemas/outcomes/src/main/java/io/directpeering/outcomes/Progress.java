package io.directpeering.outcomes;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// How far a peering's transitions are taken in.
@Entity
@Table(name = "peering_progress")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class Progress extends PanacheEntityBase {

    @Id
    @Column(name = "peering_id")
    UUID peeringId;

    /// Highest sequence taken in; 0: none yet.
    long sequence;

    /// Highest sequence taken in of a peering; none is taken in before the transaction ends: the row is locked, and
    /// replicas of the service take turns.
    public static long held(UUID peeringId) {
        Progress known = findById(peeringId, LockModeType.PESSIMISTIC_WRITE);
        return (known == null ? begun(peeringId) : known).sequence;
    }

    /// Notes that a sequence is taken in, and holds the row until the transaction ends.
    ///
    /// @return false: it is not its turn, or the peering was never heard of; nothing is noted
    static boolean advance(UUID peeringId, long sequence) {
        return update("sequence = ?1 where peeringId = ?2 and sequence = ?1 - 1", sequence, peeringId) == 1;
    }

    private static Progress begun(UUID peeringId) {
        Panache.getEntityManager()
                .createNativeQuery("INSERT INTO peering_progress VALUES (:id, 0) ON CONFLICT DO NOTHING")
                .setParameter("id", peeringId)
                .executeUpdate();
        return findById(peeringId, LockModeType.PESSIMISTIC_WRITE);
    }
}

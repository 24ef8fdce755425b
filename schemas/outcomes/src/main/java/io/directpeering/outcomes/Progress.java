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

    /// Highest sequence taken in of a peering; none is taken in before the transaction ends.
    public static long held(UUID peeringId) {
        return locked(peeringId).sequence;
    }

    /// The peering's row, locked until the transaction ends: replicas of the service take turns.
    static Progress locked(UUID peeringId) {
        Progress known = findById(peeringId, LockModeType.PESSIMISTIC_WRITE);
        return known == null ? begun(peeringId) : known;
    }

    private static Progress begun(UUID peeringId) {
        Panache.getEntityManager()
                .createNativeQuery("INSERT INTO peering_progress VALUES (:id, 0) ON CONFLICT DO NOTHING")
                .setParameter("id", peeringId)
                .executeUpdate();
        return findById(peeringId, LockModeType.PESSIMISTIC_WRITE);
    }
}

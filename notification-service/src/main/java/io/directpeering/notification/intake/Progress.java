package io.directpeering.notification.intake;

import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// A row of table progress: the highest sequence taken in of a peering; 0: none.
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
public class Progress extends PanacheEntityBase {

    @Id
    public UUID peeringId;

    public long sequence;

    /// The row of a peering, which nobody else changes until the transaction ends.
    static Progress locked(UUID peeringId) {
        getEntityManager()
                .createNativeQuery("insert into progress (peering_id, sequence) values (?1, 0) on conflict do nothing")
                .setParameter(1, peeringId)
                .executeUpdate();
        return findById(peeringId, LockModeType.PESSIMISTIC_WRITE);
    }
}

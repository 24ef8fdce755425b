package io.directpeering.notification.delivery;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/// What was announced already: table announced, the highest sequence of each peering. Recipients change with contacts
/// and webhooks; this does not, so history that is read again tells nobody anything.
@ApplicationScoped
class Announced {

    private final EntityManager database;

    Announced(EntityManager database) {
        this.database = database;
    }

    /// Notes that it is announced now, in the transaction that takes it in.
    ///
    /// @return false: it was announced before
    boolean advance(UUID peeringId, long sequence) {
        return database.createNativeQuery("""
                                insert into announced as kept (peering_id, sequence) values (?1, ?2)
                                on conflict (peering_id) do update set sequence = excluded.sequence
                                where kept.sequence < excluded.sequence""")
                        .setParameter(1, peeringId)
                        .setParameter(2, sequence)
                        .executeUpdate()
                > 0;
    }
}

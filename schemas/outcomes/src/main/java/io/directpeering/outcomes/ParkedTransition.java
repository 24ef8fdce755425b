package io.directpeering.outcomes;

import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// A transition that came before one that precedes it, kept as it stood on the wire.
@Entity
@IdClass(ParkedTransition.Key.class)
@Table(name = "parked_transition")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class ParkedTransition extends PanacheEntityBase {

    record Key(UUID peeringId, long sequence) {}

    @Id
    @Column(name = "peering_id")
    UUID peeringId;

    @Id
    long sequence;

    byte[] wire;

    static void park(UUID peeringId, long sequence, byte[] wire) {
        if (findById(new Key(peeringId, sequence)) == null) {
            var parked = new ParkedTransition();
            parked.peeringId = peeringId;
            parked.sequence = sequence;
            parked.wire = wire;
            parked.persist();
        }
    }

    /// The bytes of the transition, which is parked no more.
    static Optional<byte[]> take(UUID peeringId, long sequence) {
        var parked = ParkedTransition.<ParkedTransition>findByIdOptional(new Key(peeringId, sequence));
        parked.ifPresent(PanacheEntityBase::delete);
        return parked.map(found -> found.wire);
    }
}

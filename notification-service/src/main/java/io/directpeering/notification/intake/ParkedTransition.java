package io.directpeering.notification.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// A row of table parked_transition: a transition that waits for one before it.
@Entity
@IdClass(ParkedTransition.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
public class ParkedTransition extends PanacheEntityBase {

    /// Its place.
    public record Key(UUID peeringId, long sequence) {}

    @Id
    public UUID peeringId;

    @Id
    public long sequence;

    /// As it stood on the topic.
    public byte[] record;

    public Instant parkedAt;

    static Optional<ParkedTransition> at(UUID peeringId, long sequence) {
        return findByIdOptional(new Key(peeringId, sequence));
    }
}

package io.directpeering.request.outbox;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A fact on its way into the log.
@Entity
@Table(name = "outbox")
@SuppressWarnings("NullAway.Init")
public class OutboxRow extends PanacheEntityBase {

    /// Order in which facts were stored.
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID eventId;

    UUID peeringId;

    /// Record name of the fact.
    String type;

    /// The fact, encoded as [FactCodec] does.
    byte[] fact;

    Instant storedAt;

    /// The trace of the request that stated it; null: it is not followed.
    @Nullable
    String traceparent;

    /// Until then somebody is sending it, and nobody else does.
    Instant leasedUntil;
}

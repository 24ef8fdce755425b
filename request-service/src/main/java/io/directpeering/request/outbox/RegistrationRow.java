package io.directpeering.request.outbox;

import java.io.Serializable;
import java.time.Instant;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A revision of a registration on its way into the log.
@Entity
@Table(name = "registration_outbox")
@SuppressWarnings("NullAway.Init")
public class RegistrationRow extends PanacheEntityBase {

    /// One per ASN and revision.
    @Embeddable
    public record Revision(long asn, long revision) implements Serializable {}

    @EmbeddedId
    Revision id;

    /// The fact, encoded as [FactCodec] does.
    byte[] fact;

    Instant storedAt;

    /// The trace of the request that brought it; null: it is not followed.
    @Nullable
    String traceparent;

    /// Until then somebody is sending it, and nobody else does.
    Instant leasedUntil;
}

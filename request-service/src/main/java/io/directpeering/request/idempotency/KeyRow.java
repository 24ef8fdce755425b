package io.directpeering.request.idempotency;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A key as it is stored.
@Entity
@Table(name = "idempotency_key")
@SuppressWarnings("NullAway.Init")
public class KeyRow extends PanacheEntityBase {

    /// A key is its principal's.
    @Embeddable
    public record Key(String principal, String key) implements Serializable {}

    @EmbeddedId
    Key id;

    String fingerprint;

    Instant storedAt;

    /// The fact that was stated; null only while the transaction that claims the key is open.
    @Nullable
    UUID peeringId;

    @Nullable
    UUID eventId;

    /// Status of the answer, where the judge accepts the fact.
    @Nullable
    Integer status;

    /// Null: not answered yet, or the process died before it was.
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Answer answer;
}

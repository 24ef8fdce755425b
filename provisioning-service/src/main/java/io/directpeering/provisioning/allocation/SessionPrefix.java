package io.directpeering.provisioning.allocation;

import java.io.Serializable;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.directpeering.provisioning.router.Family;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.ColumnTransformer;

/// Storage of a session's prefix; no two overlap (exclusion constraint).
@Entity
@Table(name = "session_prefix")
@SuppressWarnings("NullAway.Init")
public class SessionPrefix extends PanacheEntityBase {

    /// One session per connection and family.
    @Embeddable
    public record Session(
            @Column(name = "connection_id") UUID connectionId,
            @Enumerated(EnumType.STRING) Family family) implements Serializable {}

    @EmbeddedId
    public Session session;

    /// Network-aligned, in CIDR notation.
    @ColumnTransformer(read = "text(prefix)", write = "cast(? as cidr)")
    public String prefix;

    static SessionPrefix of(UUID connectionId, SessionNet net) {
        var row = new SessionPrefix();
        row.session = new Session(connectionId, net.family());
        row.prefix = net.prefix();
        return row;
    }
}

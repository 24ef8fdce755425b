package io.directpeering.provisioning.allocation;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
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

    /// The lowest block of a pool that is free: where the pool begins, or behind a prefix in use, whatever its length.
    private static final String LOWEST_FREE = """
            WITH used AS (SELECT CAST(prefix AS inet) AS block FROM session_prefix WHERE prefix && CAST(:pool AS inet))
            SELECT text(network(set_masklen(begins, :length)))
              FROM (SELECT CAST(host(CAST(:pool AS inet)) AS inet) AS begins
                    UNION SELECT CAST(host(broadcast(block)) AS inet) + 1 FROM used
                    EXCEPT SELECT CAST(host(block) AS inet) FROM used) free
             WHERE begins <<= CAST(:pool AS inet) ORDER BY begins LIMIT 1""";

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

    /// A session prefix to cut out of a pool: /31 (RFC 3021) or /127 (RFC 6164). Empty: all is in use.
    ///
    /// @param pool a prefix of the operator, in CIDR notation
    static Optional<String> lowestFree(String pool, Family family) {
        List<?> found = getEntityManager()
                .createNativeQuery(LOWEST_FREE)
                .setParameter("pool", pool)
                .setParameter("length", family == Family.IPV4 ? 31 : 127)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }

    static SessionPrefix of(UUID connectionId, SessionNet net) {
        var row = new SessionPrefix();
        row.session = new Session(connectionId, net.family());
        row.prefix = net.prefix();
        return row;
    }
}

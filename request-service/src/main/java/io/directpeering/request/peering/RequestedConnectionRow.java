package io.directpeering.request.peering;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/// What one requested connection keeps from others: its identifier for ever, its prefixes while it is live.
@Entity
@Table(name = "requested_connection")
@SuppressWarnings("NullAway.Init")
public class RequestedConnectionRow extends PanacheEntityBase {

    @Id
    UUID connectionId;

    UUID peeringId;

    @ColumnTransformer(read = "session_prefix_v4::text", write = "?::cidr")
    @Nullable
    String sessionPrefixV4;

    @ColumnTransformer(read = "session_prefix_v6::text", write = "?::cidr")
    @Nullable
    String sessionPrefixV6;

    /// Link from before this system that it adopts; null: it is to be built.
    @Nullable
    String legacyLink;

    /// Since when its prefixes are free again; null: they are taken.
    @Nullable
    Instant releasedAt;
}

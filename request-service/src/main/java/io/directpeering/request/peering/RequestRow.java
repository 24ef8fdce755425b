package io.directpeering.request.peering;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A request as it is stored. Where it stands is the judge's to say, and stored nowhere here.
@Entity
@Table(name = "peering_request")
@SuppressWarnings("NullAway.Init")
public class RequestRow extends PanacheEntityBase {

    @Id
    UUID peeringId;

    /// Id of the fact that states the request.
    UUID eventId;

    long peerAsn;

    String name;

    /// What was asked for, to tell a repeated request from another one.
    @JdbcTypeCode(SqlTypes.JSON)
    WantedPeering wanted;

    String requestedBy;

    Instant requestedAt;

    /// Since when its name is free again; null: it is taken.
    @Nullable
    Instant releasedAt;
}

package io.directpeering.request.peering;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// A facility in which a request is live, however many of its connections are there.
@Entity
@Table(name = "requested_facility")
@SuppressWarnings("NullAway.Init")
public class RequestedFacilityRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID peeringId;

    long peerAsn;

    @Column(name = "peeringdb_facility_id")
    int peeringDBFacilityId;

    /// Since when the peer may ask for something there again; null: it may not.
    @Nullable
    Instant releasedAt;
}

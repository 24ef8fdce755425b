package io.directpeering.provisioning.cease;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.provisioning.fact.AvroBytes;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// Storage of what a connection was when it was set to be removed.
@Entity
@Table(name = "cease_letter")
@SuppressWarnings("NullAway.Init")
class Cease extends PanacheEntityBase {

    @Id
    @Column(name = "connection_id")
    UUID connectionId;

    @Column(name = "peering_id")
    UUID peeringId;

    Instant dated;

    @Column(name = "peer_asn")
    long peerAsn;

    @Column(name = "peer_name")
    String peerName;

    @Column(name = "peering_name")
    String peeringName;

    @Column(name = "peering_location")
    String peeringLocation;

    @Nullable
    String reason;

    @Column(name = "snapshot")
    byte[] encodedSnapshot;

    ConnectionSnapshot snapshot() {
        return AvroBytes.read(encodedSnapshot, ConnectionSnapshot.class);
    }
}

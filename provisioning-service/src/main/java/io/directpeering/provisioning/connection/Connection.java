package io.directpeering.provisioning.connection;

import java.util.Objects;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.provisioning.fact.AvroBytes;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

/// Storage of a connection as of the last transition that was taken in.
@Entity
@SuppressWarnings("NullAway.Init")
public class Connection extends PanacheEntityBase {

    @Id
    @Column(name = "connection_id")
    public UUID connectionId;

    @Column(name = "peering_id")
    public UUID peeringId;

    public String state;

    @Column(name = "stage_sequence")
    public long stageSequence;

    public String origin;

    @Column(name = "peer_asn")
    public long peerAsn;

    @Column(name = "peer_name")
    public String peerName;

    @Column(name = "peeringdb_facility_id")
    public int peeringDBFacilityId;

    /// How far its latest maintenance is, as the contract spells it; null: there was none.
    public @Nullable String maintenance;

    /// The transition that brought the maintenance there: what a fact about it answers.
    @Column(name = "maintenance_sequence")
    public long maintenanceSequence;

    @Column(name = "snapshot")
    public byte[] encodedSnapshot;

    public void take(PeeringSnapshot peering, ConnectionSnapshot snapshot) {
        connectionId = snapshot.getConnectionId();
        peeringId = peering.getPeeringId();
        state = snapshot.getState().name();
        stageSequence = snapshot.getStageSequence();
        origin = peering.getOrigin().name();
        peerAsn = peering.getPeer().getAsn();
        peerName = peering.getPeer().getName();
        peeringDBFacilityId = snapshot.getRequested().getPeeringDBFacilityId();
        encodedSnapshot = AvroBytes.of(snapshot);
        var latest = snapshot.getMaintenance();
        var status = latest == null ? null : latest.getStatus().name();
        if (!Objects.equals(maintenance, status)) {
            maintenance = status;
            maintenanceSequence = peering.getSequence();
        }
    }

    /// Traffic may flow over it.
    public boolean mayCarryTraffic() {
        return state.equals(ConnectionState.Active.name())
                && !MaintenanceStatus.InProgress.name().equals(maintenance);
    }

    public ConnectionSnapshot snapshot() {
        return AvroBytes.read(encodedSnapshot, ConnectionSnapshot.class);
    }
}

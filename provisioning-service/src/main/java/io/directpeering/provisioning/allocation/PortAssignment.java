package io.directpeering.provisioning.allocation;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.directpeering.events.Demarcation;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/// Storage of the port that a connection has; a port has one connection (unique).
@Entity
@Table(name = "port_assignment")
@SuppressWarnings("NullAway.Init")
public class PortAssignment extends PanacheEntityBase {

    @Id
    @Column(name = "connection_id")
    public UUID connectionId;

    @Column(name = "peering_id")
    public UUID peeringId;

    public String router;
    public String port;
    public String rack;

    @Column(name = "patch_panel")
    public String patchPanel;

    @Column(name = "patch_panel_port")
    public String patchPanelPort;

    public String media;
    public String connector;
    public String duplex;

    /// The lane of whatever touches the router: one writer at a time.
    public String lane() {
        return "router " + router;
    }

    public Demarcation demarcation(int peeringDBFacilityId, String facilityName) {
        return new Demarcation(
                peeringDBFacilityId,
                facilityName,
                router,
                port,
                rack,
                patchPanel,
                patchPanelPort,
                media,
                connector,
                duplex);
    }
}

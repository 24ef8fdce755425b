package io.directpeering.provisioning.reaction;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.ConnectionMaintenance;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.allocation.PortAssignment;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.work.Papers;
import io.directpeering.provisioning.work.Stage;
import io.directpeering.provisioning.work.Task;

/// Turns a transition into work: for each connection that entered a stage, the stage's task;
/// for each whose maintenance got further, what that takes.
@ApplicationScoped
class Stages implements OutcomeFollower {

    private final Papers papers;
    private final Allocations allocations;

    Stages(Papers papers, Allocations allocations) {
        this.papers = papers;
        this.allocations = allocations;
    }

    @Override
    public void accepted(PeeringTransitioned transition) {
        var peering = transition.getSnapshot();
        peering.getConnections().forEach(snapshot -> follow(peering, snapshot));
    }

    private void follow(PeeringSnapshot peering, ConnectionSnapshot snapshot) {
        Connection known = Connection.findById(snapshot.getConnectionId());
        var connection = known == null ? new Connection() : known;
        var entered = known == null || known.stageSequence < snapshot.getStageSequence();
        var maintained = known == null ? 0 : known.maintenanceSequence;
        connection.take(peering, snapshot);
        if (known == null) {
            connection.persist();
        }
        if (entered) {
            papers.open(
                    new Stage(connection.connectionId, connection.stageSequence),
                    connection.peeringId,
                    Task.of(snapshot.getState(), peering.getOrigin()),
                    lane(connection.connectionId, connection.peeringDBFacilityId));
        } else if (connection.maintenanceSequence > maintained) {
            maintain(connection, snapshot.getMaintenance());
        }
    }

    /// The maintenance of an active connection has got further.
    private void maintain(Connection connection, ConnectionMaintenance maintenance) {
        var stage = new Stage(connection.connectionId, connection.maintenanceSequence);
        var lane = lane(connection.connectionId, connection.peeringDBFacilityId);
        switch (maintenance.getStatus()) {
            case Announced ->
                papers.openLater(
                        stage,
                        connection.peeringId,
                        Task.BEGIN_MAINTENANCE,
                        lane,
                        maintenance.getPlanned().getStartsAt());
            case InProgress -> papers.open(stage, connection.peeringId, Optional.of(Task.MAINTAIN), lane);
            case Completed -> papers.open(stage, connection.peeringId, Optional.of(Task.REOPEN), lane);
            case Cancelled -> papers.supersede(stage, EnumSet.of(Task.BEGIN_MAINTENANCE));
            case Unknown -> {}
        }
    }

    /// Allocation goes by facility; what touches a router, by router.
    private String lane(UUID connectionId, int peeringDBFacilityId) {
        return allocations.port(connectionId).map(PortAssignment::lane).orElse("facility " + peeringDBFacilityId);
    }
}

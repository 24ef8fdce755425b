package io.directpeering.provisioning.cease;

import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StateChange;
import io.directpeering.outcomes.OutcomeFollower;
import io.directpeering.provisioning.fact.AvroBytes;

/// Writes down what a cease letter says at the moment when the connection is set to be removed: later on its port is
/// another's.
@ApplicationScoped
class CeaseBook implements OutcomeFollower {

    @Override
    public void accepted(PeeringTransitioned transition) {
        transition.getChanges().stream()
                .filter(change -> change.getTo() == ConnectionState.PendingRemove)
                .map(StateChange::getConnectionId)
                .forEach(id -> transition.getSnapshot().getConnections().stream()
                        .filter(connection -> connection.getConnectionId().equals(id))
                        // Without a port there is nothing to remove.
                        .filter(connection -> connection.getDemarcation() != null)
                        .forEach(connection -> write(transition, connection)));
    }

    private static void write(PeeringTransitioned transition, ConnectionSnapshot connection) {
        if (Cease.findById(connection.getConnectionId()) != null) {
            return;
        }
        var peering = transition.getSnapshot();
        var row = new Cease();
        row.connectionId = connection.getConnectionId();
        row.peeringId = peering.getPeeringId();
        row.dated = connection.getEnteredAt();
        row.peerAsn = peering.getPeer().getAsn();
        row.peerName = peering.getPeer().getName();
        row.peeringName = peering.getPeeringName();
        row.peeringLocation = peering.getPeeringLocation();
        row.reason = connection.getReason();
        row.encodedSnapshot = AvroBytes.of(connection);
        row.persist();
    }
}

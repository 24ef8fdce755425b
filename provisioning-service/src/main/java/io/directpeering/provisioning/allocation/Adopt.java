package io.directpeering.provisioning.allocation;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Demarcation;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;
import org.apache.avro.specific.SpecificRecord;

/// Notes the port and the addresses of a link that was set up outside of this system, so that nobody else gets them
/// and a later removal finds them. The link itself is not touched.
@ApplicationScoped
class Adopt implements Worker {

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.ADOPT);
    }

    @Override
    public Progress work(Job job) {
        return new Progress.Done(() -> adopt(job));
    }

    private static Optional<SpecificRecord> adopt(Job job) {
        Connection connection = Connection.findById(job.connectionId());
        var snapshot = connection.snapshot();
        if (snapshot.getDemarcation() != null && PortAssignment.findById(job.connectionId()) == null) {
            assignment(job, snapshot.getDemarcation()).persist();
            snapshot.getSessions()
                    .forEach(session -> SessionPrefix.of(job.connectionId(), SessionNet.of(session.getPrefix()))
                            .persist());
        }
        return Optional.empty();
    }

    private static PortAssignment assignment(Job job, Demarcation demarcation) {
        var row = new PortAssignment();
        row.connectionId = job.connectionId();
        row.peeringId = job.peeringId();
        row.router = demarcation.getRouter();
        row.port = demarcation.getRouterPort();
        row.rack = demarcation.getRack();
        row.patchPanel = demarcation.getPatchPanel();
        row.patchPanelPort = demarcation.getPatchPanelPort();
        row.media = demarcation.getMedia();
        row.connector = demarcation.getConnector();
        row.duplex = demarcation.getDuplex();
        return row;
    }
}

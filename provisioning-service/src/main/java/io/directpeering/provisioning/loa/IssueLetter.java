package io.directpeering.provisioning.loa;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.LoaIssued;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.provisioning.allocation.Allocation;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.allocation.SessionNet;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;
import org.apache.avro.specific.SpecificRecord;

/// Gives an approved connection its port and addresses, and the letter that names them.
///
/// On a retry the connection keeps its port. If its letter has served, the cross-connect is there: no other letter is
/// issued, which would let a second one be ordered to the same port. Where work in the building is needed again, the
/// operator issues another by hand. A letter that was revoked when the last attempt was given up is followed by a new
/// one.
@ApplicationScoped
class IssueLetter implements Worker {

    private final Allocations allocations;
    private final Letters letters;
    private final Statement statement;

    IssueLetter(Allocations allocations, Letters letters, Statement statement) {
        this.allocations = allocations;
        this.letters = letters;
        this.statement = statement;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.ISSUE_LETTER);
    }

    /// Nothing outside of the database happens, so all of it is the conclusion.
    @Override
    public Progress work(Job job) {
        return new Progress.Done(() -> allocateAndIssue(job));
    }

    private Optional<SpecificRecord> allocateAndIssue(Job job) {
        Connection connection = Connection.findById(job.connectionId());
        var wanted = connection.snapshot().getRequested();
        return switch (allocations.allocate(connection.peeringId, wanted)) {
            case Allocation.Allocated _ when letters.served(job.connectionId()) -> Optional.empty();
            case Allocation.Allocated(var port, var nets) -> {
                var facility = wanted.getPeeringDBFacilityId();
                yield Optional.of(new LoaIssued(
                        statement.byAutomation(job, "LoaIssued"),
                        letters.begin(),
                        port.demarcation(facility, allocations.facilityName(facility)),
                        nets.stream().map(SessionNet::addresses).toList()));
            }
            case Allocation.Impossible(var reason) ->
                Optional.of(new ProvisioningAborted(statement.byAutomation(job, "ProvisioningAborted"), reason));
        };
    }
}

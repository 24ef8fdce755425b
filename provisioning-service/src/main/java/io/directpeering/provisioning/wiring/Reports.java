package io.directpeering.provisioning.wiring;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.schemas.EventIds;
import org.jspecify.annotations.Nullable;

/// Takes reports down, so that they will be stated.
@ApplicationScoped
class Reports {

    private final Facts facts;
    private final Statement statement;
    private final Allocations allocations;

    Reports(Facts facts, Statement statement, Allocations allocations) {
        this.facts = facts;
        this.statement = statement;
        this.allocations = allocations;
    }

    /// @param caller who reports; a connection of a network it does not speak for is none to it
    /// @return id under which it is or will be stated
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 404 or 409: nothing is reported
    @Transactional
    UUID take(UUID peeringId, UUID connectionId, WireReport report, Caller caller) {
        var actor = caller.name();
        var connection = Connection.<Connection>find("connectionId = ?1 and peeringId = ?2", connectionId, peeringId)
                .firstResultOptional()
                .filter(found -> caller.speaksFor(found.peerAsn))
                .orElseThrow(() -> Problems.absent(
                        "Peering " + peeringId + " has no connection " + connectionId + " that has been requested."));
        if (wires(report, connection) && allocations.of(connectionId).isEmpty()) {
            throw Problems.conflict(
                    "No port is assigned to the connection yet, so nothing can be wired to it. Wait for the letter"
                            + " of authorization.",
                    Map.of("code", "NoPortYet"));
        }
        var metadata = metadata(connection, report, actor);
        facts.state(report.fact(metadata));
        return metadata.getEventId();
    }

    private static boolean wires(WireReport report, Connection connection) {
        return switch (report) {
            case WireReport.LinkTest _, WireReport.Wired _ ->
                connection.state.equals(ConnectionState.ProvisioningStarted.name());
            case WireReport.Aborted _ -> false;
        };
    }

    private EventMetadata metadata(Connection connection, WireReport report, String actor) {
        var inStage = report.about().stream().anyMatch(state -> state.name().equals(connection.state));
        var answers = inStage ? connection.stageSequence : null;
        return statement.metadata(
                eventId(connection, report, answers), connection.peeringId, connection.connectionId, answers, actor);
    }

    /// One wiring and one abort per stage, and as many link tests as there are reports.
    private static UUID eventId(Connection connection, WireReport report, @Nullable Long answers) {
        var one = UUID.randomUUID();
        if (answers == null) {
            return EventIds.answering(
                    connection.peeringId,
                    connection.connectionId,
                    0,
                    report.getClass().getSimpleName() + "/" + one);
        }
        var outcome = switch (report) {
            case WireReport.LinkTest _ -> "LinkTested/" + one;
            case WireReport.Wired _ -> "WiringCompleted";
            case WireReport.Aborted _ -> "ProvisioningAborted";
        };
        return EventIds.answering(connection.peeringId, connection.connectionId, answers, outcome);
    }
}

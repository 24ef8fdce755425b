package io.directpeering.provisioning.wiring;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.http.identity.Caller;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.fact.StatedFact;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.EventIds;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Takes reports down, so that they will be stated.
@ApplicationScoped
class Reports {

    /// What became of a report here, before the judge has it.
    sealed interface Receipt {

        /// It is or will be stated under this id.
        record Taken(UUID eventId) implements Receipt {}

        record NoSuchConnection() implements Receipt {}

        /// There is no port yet that a wire could end on.
        record NoPortYet() implements Receipt {}

        /// The client gave another report the same name.
        record KeyUsedOtherwise() implements Receipt {}
    }

    private final Facts facts;
    private final Statement statement;
    private final Allocations allocations;

    Reports(Facts facts, Statement statement, Allocations allocations) {
        this.facts = facts;
        this.statement = statement;
        this.allocations = allocations;
    }

    /// @param caller    who reports; a connection of a network it does not speak for is none to it
    /// @param clientKey name that the client gave to this report; saying it again under the same name is a repeat
    @Transactional
    Receipt take(UUID peeringId, UUID connectionId, WireReport report, Caller caller, @Nullable String clientKey) {
        var actor = caller.name();
        var found = Connection.<Connection>find("connectionId = ?1 and peeringId = ?2", connectionId, peeringId)
                .firstResultOptional()
                .filter(connection -> caller.speaksFor(connection.peerAsn));
        if (found.isEmpty()) {
            return new Receipt.NoSuchConnection();
        }
        var connection = found.get();
        var fact = report.fact(metadata(connection, report, actor, clientKey));
        var type = fact.getSchema().getName();
        var earlier = clientKey == null ? Optional.<StatedFact>empty() : facts.named(connectionId, type, clientKey);
        if (earlier.isPresent()) {
            return repeated(earlier.get(), report);
        }
        if (wires(report, connection) && allocations.of(connectionId).isEmpty()) {
            return new Receipt.NoPortYet();
        }
        facts.state(fact, clientKey);
        return new Receipt.Taken(metadataOf(fact).getEventId());
    }

    private static Receipt repeated(StatedFact earlier, WireReport report) {
        var said = earlier.fact();
        return report.fact(metadataOf(said)).equals(said)
                ? new Receipt.Taken(earlier.eventId)
                : new Receipt.KeyUsedOtherwise();
    }

    private static boolean wires(WireReport report, Connection connection) {
        return switch (report) {
            case WireReport.LinkTest _, WireReport.Wired _ ->
                connection.state.equals(ConnectionState.ProvisioningStarted.name());
            case WireReport.Aborted _ -> false;
        };
    }

    private EventMetadata metadata(Connection connection, WireReport report, String actor, @Nullable String clientKey) {
        var inStage = report.about().stream().anyMatch(state -> state.name().equals(connection.state));
        var answers = inStage ? connection.stageSequence : null;
        return statement.metadata(
                eventId(connection, report, answers, clientKey),
                connection.peeringId,
                connection.connectionId,
                answers,
                actor);
    }

    /// One wiring and one abort per stage, and as many link tests as there are reports.
    private static UUID eventId(
            Connection connection, WireReport report, @Nullable Long answers, @Nullable String clientKey) {
        var one = clientKey == null ? UUID.randomUUID().toString() : clientKey;
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

    private static EventMetadata metadataOf(SpecificRecord fact) {
        return CloudEventHeaders.metadataOf(fact).orElseThrow();
    }
}

package io.directpeering.provisioning.loa;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.LoaRevoked;
import io.directpeering.http.problem.Problems;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.allocation.SessionNet;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.loa.Letter.Status;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.schemas.EventIds;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Takes down what the operator orders about a letter, so that it will be stated.
@ApplicationScoped
class LetterOrders {

    /// An order that is or will be stated under this id.
    record Receipt(UUID eventId) {}

    private static final Set<String> WITH_LETTER =
            Set.of(ConnectionState.PendingApproval.name(), ConnectionState.ProvisioningStarted.name());

    private final Facts facts;
    private final Statement statement;
    private final Allocations allocations;
    private final Letters letters;
    private final InstantSource clock;

    LetterOrders(Facts facts, Statement statement, Allocations allocations, Letters letters, InstantSource clock) {
        this.facts = facts;
        this.statement = statement;
        this.allocations = allocations;
        this.letters = letters;
        this.clock = clock;
    }

    /// A new letter for the port that the connection has; the one that is out will be revoked by it.
    ///
    /// @param expects sequence that the peering must have when the judge sees it; null: any
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 404 or 409: nothing is ordered
    @Transactional
    Receipt reissue(UUID peeringId, UUID connectionId, String actor, @Nullable Long expects) {
        var connection = find(peeringId, connectionId);
        var allocated = allocations.of(connectionId);
        if (allocated.isEmpty()) {
            throw Problems.conflict(
                    "No port is assigned to the connection, so there is nothing that a letter could name.",
                    Map.of("code", "NoPort"));
        }
        var facility = connection.peeringDBFacilityId;
        var metadata = metadata(connection, "LoaIssued", actor, expects);
        return state(
                metadata,
                new LoaIssued(
                        metadata,
                        letters.begin(),
                        allocated.get().port().demarcation(facility, allocations.facilityName(facility)),
                        allocated.get().nets().stream()
                                .map(SessionNet::addresses)
                                .toList()));
    }

    /// The letter that is out counts no more.
    ///
    /// @param expects sequence that the peering must have when the judge sees it; null: any
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 404 or 409: nothing is ordered
    @Transactional
    Receipt revoke(UUID peeringId, UUID connectionId, String reason, String actor, @Nullable Long expects) {
        var connection = find(peeringId, connectionId);
        var letter = letters.latest(connectionId);
        if (letter.isEmpty()) {
            throw Problems.conflict(
                    "No letter of authorization is out for the connection.", Map.of("code", "NoLetter"));
        }
        var status = letter.get().statusAt(clock.instant());
        if (status != Status.ISSUED) {
            throw Problems.conflict(
                    "Letter " + letter.get().number + " is " + status.label() + ": there is nothing left to revoke.",
                    Map.of("code", "LetterHasEnded", "number", letter.get().number, "letterStatus", status.label()));
        }
        var metadata = metadata(connection, "LoaRevoked", actor, expects);
        return state(metadata, new LoaRevoked(metadata, letter.get().number, reason));
    }

    private Receipt state(EventMetadata metadata, SpecificRecord fact) {
        facts.state(fact);
        return new Receipt(metadata.getEventId());
    }

    private static Connection find(UUID peeringId, UUID connectionId) {
        return Connection.<Connection>find("connectionId = ?1 and peeringId = ?2", connectionId, peeringId)
                .firstResultOptional()
                .orElseThrow(() -> Problems.absent(
                        "Peering " + peeringId + " has no connection " + connectionId + " that has been requested."));
    }

    /// As many of each as are ordered. In a state that knows no letters an order answers no stage, and the judge says
    /// what it makes of that.
    private EventMetadata metadata(Connection connection, String type, String actor, @Nullable Long expects) {
        var answers = WITH_LETTER.contains(connection.state) ? connection.stageSequence : null;
        var metadata = statement.metadata(
                EventIds.answering(
                        connection.peeringId,
                        connection.connectionId,
                        answers == null ? 0 : answers,
                        type + "/order/" + UUID.randomUUID()),
                connection.peeringId,
                connection.connectionId,
                answers,
                actor);
        return EventMetadata.newBuilder(metadata).setExpects(expects).build();
    }
}

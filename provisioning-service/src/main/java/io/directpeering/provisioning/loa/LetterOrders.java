package io.directpeering.provisioning.loa;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.LoaIssued;
import io.directpeering.events.LoaRevoked;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.allocation.SessionNet;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.fact.StatedFact;
import io.directpeering.provisioning.loa.Letter.Status;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.schemas.EventIds;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Takes down what the operator orders about a letter, so that it will be stated.
@ApplicationScoped
class LetterOrders {

    /// What became of an order here, before the judge has it.
    sealed interface Receipt {

        /// It is or will be stated under this id.
        record Taken(UUID eventId) implements Receipt {}

        record NoSuchConnection() implements Receipt {}

        /// There is no port that a letter could name.
        record NoPort() implements Receipt {}

        /// There is no letter to revoke.
        record NoLetter() implements Receipt {}

        /// The letter has ended already.
        record HasEnded(String number, Status how) implements Receipt {}

        /// The client gave another order the same name.
        record KeyUsedOtherwise() implements Receipt {}
    }

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
    /// @param clientKey name that the client gave to this order; ordering it again under the same name is a repeat
    @Transactional
    Receipt reissue(UUID peeringId, UUID connectionId, String actor, @Nullable String clientKey) {
        var connection = find(peeringId, connectionId);
        if (connection.isEmpty()) {
            return new Receipt.NoSuchConnection();
        }
        var earlier = earlier(connectionId, "LoaIssued", clientKey);
        if (earlier.isPresent()) {
            return new Receipt.Taken(earlier.get().eventId);
        }
        var allocated = allocations.of(connectionId);
        if (allocated.isEmpty()) {
            return new Receipt.NoPort();
        }
        var facility = connection.get().peeringDBFacilityId;
        var metadata = metadata(connection.get(), "LoaIssued", actor, clientKey);
        return state(
                metadata,
                new LoaIssued(
                        metadata,
                        letters.begin(),
                        allocated.get().port().demarcation(facility, allocations.facilityName(facility)),
                        allocated.get().nets().stream()
                                .map(SessionNet::addresses)
                                .toList()),
                clientKey);
    }

    /// The letter that is out counts no more.
    @Transactional
    Receipt revoke(UUID peeringId, UUID connectionId, String reason, String actor, @Nullable String clientKey) {
        var connection = find(peeringId, connectionId);
        if (connection.isEmpty()) {
            return new Receipt.NoSuchConnection();
        }
        var earlier = earlier(connectionId, "LoaRevoked", clientKey);
        if (earlier.isPresent()) {
            return ((LoaRevoked) earlier.get().fact()).getReason().equals(reason)
                    ? new Receipt.Taken(earlier.get().eventId)
                    : new Receipt.KeyUsedOtherwise();
        }
        var letter = letters.latest(connectionId);
        if (letter.isEmpty()) {
            return new Receipt.NoLetter();
        }
        var status = letter.get().statusAt(clock.instant());
        if (status != Status.ISSUED) {
            return new Receipt.HasEnded(letter.get().number, status);
        }
        var metadata = metadata(connection.get(), "LoaRevoked", actor, clientKey);
        return state(metadata, new LoaRevoked(metadata, letter.get().number, reason), clientKey);
    }

    private Receipt state(EventMetadata metadata, SpecificRecord fact, @Nullable String clientKey) {
        facts.state(fact, clientKey);
        return new Receipt.Taken(metadata.getEventId());
    }

    private static Optional<Connection> find(UUID peeringId, UUID connectionId) {
        return Connection.find("connectionId = ?1 and peeringId = ?2", connectionId, peeringId)
                .firstResultOptional();
    }

    private Optional<StatedFact> earlier(UUID connectionId, String type, @Nullable String clientKey) {
        return clientKey == null ? Optional.empty() : facts.named(connectionId, type, clientKey);
    }

    /// As many of each as are ordered. In a state that knows no letters an order answers no stage, and the judge says
    /// what it makes of that.
    private EventMetadata metadata(Connection connection, String type, String actor, @Nullable String clientKey) {
        var answers = WITH_LETTER.contains(connection.state) ? connection.stageSequence : null;
        var one = clientKey == null ? UUID.randomUUID().toString() : clientKey;
        return statement.metadata(
                EventIds.answering(
                        connection.peeringId,
                        connection.connectionId,
                        answers == null ? 0 : answers,
                        type + "/order/" + one),
                connection.peeringId,
                connection.connectionId,
                answers,
                actor);
    }
}

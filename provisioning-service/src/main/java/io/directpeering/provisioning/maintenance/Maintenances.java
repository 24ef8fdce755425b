package io.directpeering.provisioning.maintenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.Maintenance;
import io.directpeering.events.MaintenanceAnnounced;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.Origin;
import io.directpeering.http.problem.Problems;
import io.directpeering.http.problem.Violations;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.fact.Facts;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.schemas.EventIds;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Takes an operator's word about maintenances down, so that it will be stated: a fact for each connection, all or none
/// of them.
@ApplicationScoped
class Maintenances {

    /// What is stated about one connection, and under which id its outcome will show.
    record Stated(UUID connectionId, UUID eventId) {}

    private final Facts facts;
    private final Statement statement;

    Maintenances(Facts facts, Statement statement) {
        this.facts = facts;
        this.statement = statement;
    }

    /// The peering's connections; none: there is no such peering here.
    @Transactional
    List<Connection> of(UUID peeringId) {
        return Connection.list("peeringId = ?1 order by connectionId", peeringId);
    }

    /// Announces it for these connections.
    ///
    /// @param connectionIds null: every connection that is not over
    @Transactional
    List<Stated> announce(UUID peeringId, @Nullable List<UUID> connectionIds, Maintenance planned, String actor) {
        var stated = new ArrayList<Stated>();
        for (var connection : chosen(peeringId, connectionIds)) {
            var eventId = EventIds.answering(
                    peeringId, connection.connectionId, 0, "MaintenanceAnnounced/" + planned.getMaintenanceId());
            demandFree(connection);
            facts.state(new MaintenanceAnnounced(
                    statement.metadata(eventId, peeringId, connection.connectionId, null, actor), planned));
            stated.add(new Stated(connection.connectionId, eventId));
        }
        return stated;
    }

    /// States something about a maintenance for those of its connections where it is so far. Where it has got further
    /// to what is asked for already, nothing is left to state.
    ///
    /// @param from    how far it must be
    /// @param to      what the fact brings it to
    /// @param wayOut  what to do where it is elsewhere
    /// @param fact    the fact, by its metadata and the maintenance's id
    /// @param outcome the fact's name
    @Transactional
    List<Stated> further(
            UUID peeringId,
            UUID maintenanceId,
            MaintenanceStatus from,
            MaintenanceStatus to,
            String wayOut,
            String outcome,
            String actor,
            BiFunction<EventMetadata, UUID, SpecificRecord> fact) {
        var about = of(peeringId).stream()
                .filter(connection -> planned(connection)
                        .filter(it -> it.getMaintenanceId().equals(maintenanceId))
                        .isPresent())
                .toList();
        if (about.isEmpty()) {
            throw Problems.absent("Peering " + peeringId + " has no maintenance " + maintenanceId + " at hand.");
        }
        var ready = about.stream()
                .filter(connection -> from.name().equals(connection.maintenance))
                .toList();
        if (ready.isEmpty() && about.stream().noneMatch(connection -> to.name().equals(connection.maintenance))) {
            throw Problems.conflict(
                    "The maintenance is " + about.getFirst().maintenance + ". " + wayOut,
                    Map.of("code", "NotAllowedInState"));
        }
        var stated = new ArrayList<Stated>();
        for (var connection : ready) {
            var answers = connection.maintenanceSequence;
            var eventId = EventIds.answering(peeringId, connection.connectionId, answers, outcome);
            facts.state(fact.apply(
                    statement.metadata(eventId, peeringId, connection.connectionId, answers, actor), maintenanceId));
            stated.add(new Stated(connection.connectionId, eventId));
        }
        return stated;
    }

    private List<Connection> chosen(UUID peeringId, @Nullable List<UUID> connectionIds) {
        var all = of(peeringId);
        if (all.isEmpty()) {
            throw Problems.absent("There is no peering " + peeringId + ".");
        }
        if (connectionIds == null) {
            return all.stream().filter(connection -> !isOver(connection)).toList();
        }
        var violations = new Violations();
        var chosen = new ArrayList<Connection>();
        for (int i = 0; i < connectionIds.size(); i++) {
            var id = connectionIds.get(i);
            var found = all.stream()
                    .filter(connection -> connection.connectionId.equals(id))
                    .findFirst();
            found.ifPresent(chosen::add);
            violations.check(found.isPresent(), "connectionIds[" + i + "]", "is no connection of peering " + peeringId);
        }
        violations.refuseIfAny();
        return chosen;
    }

    private static void demandFree(Connection connection) {
        if (!connection.state.equals(ConnectionState.Active.name())) {
            throw Problems.conflict(
                    "Connection " + connection.connectionId + " is in " + connection.state
                            + ". A maintenance is announced for connections that are Active; name those.",
                    Map.of("code", "NotAllowedInState", "field", "connectionIds", "state", connection.state));
        }
        if (connection.origin.equals(Origin.Legacy.name())) {
            throw Problems.conflict(
                    "Connection " + connection.connectionId
                            + " was adopted as it stands, and its router is not touched. Tell the peer by hand.",
                    Map.of("code", "LegacyLink", "field", "connectionIds"));
        }
        planned(connection)
                .filter(_ -> MaintenanceStatus.Announced.name().equals(connection.maintenance)
                        || MaintenanceStatus.InProgress.name().equals(connection.maintenance))
                .ifPresent(other -> {
                    throw Problems.conflict(
                            "Connection " + connection.connectionId + " has maintenance " + other.getMaintenanceId()
                                    + " from " + other.getStartsAt() + " until " + other.getEndsAt()
                                    + ". Wait until it is over, or cancel it.",
                            Map.of("code", "MaintenanceAtHand", "field", "connectionIds"));
                });
    }

    static Optional<Maintenance> planned(Connection connection) {
        return Optional.ofNullable(connection.snapshot().getMaintenance()).map(it -> it.getPlanned());
    }

    private static boolean isOver(Connection connection) {
        return Objects.equals(connection.state, ConnectionState.Removed.name())
                || Objects.equals(connection.state, ConnectionState.Rejected.name());
    }
}

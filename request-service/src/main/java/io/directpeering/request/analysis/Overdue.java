package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.InformationProvided;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StageOverdue;
import org.jspecify.annotations.Nullable;

/// Which connections were found to stay too long in the state that they are in.
final class Overdue {

    private static final String OVERDUE = StageOverdue.class.getSimpleName();
    private static final String ANSWER = InformationProvided.class.getSimpleName();

    private record Stage(UUID connectionId, long sequence) {}

    private final Map<Stage, Instant> since = new HashMap<>();
    private final Set<UUID> answered = new HashSet<>();

    void take(PeeringTransitioned told) {
        var cause = told.getCause();
        var deadline = cause.getDeadline();
        var connectionId = told.getMetadata().getConnectionId();
        if (cause.getType().equals(ANSWER)) {
            // From the answer on it is the operator's turn, with a time of its own.
            answered.add(told.getMetadata().getPeeringId());
            told.getSnapshot().getConnections().forEach(each -> since.remove(stage(each)));
        } else if (cause.getType().equals(OVERDUE)
                && deadline != null
                && deadline.getKind() == DeadlineKind.Stage
                && !deadline.getWarning()) {
            told.getSnapshot().getConnections().stream()
                    .filter(each ->
                            connectionId == null || each.getConnectionId().equals(connectionId))
                    .forEach(each -> since.put(stage(each), deadline.getAt()));
        }
    }

    /// The deadline that this state's time has passed, as far as it was told here.
    @Nullable
    Instant since(ConnectionSnapshot connection) {
        return since.get(stage(connection));
    }

    /// Takes back what earlier writes said of peerings whose time has started anew.
    void write(Connection connection) throws SQLException {
        try (var anew = connection.prepareStatement(
                "UPDATE analysis.connections SET overdue_since = NULL WHERE peering_id = ? AND overdue_since IS NOT NULL")) {
            for (var peering : answered) {
                anew.setObject(1, peering);
                anew.addBatch();
            }
            if (!answered.isEmpty()) {
                anew.executeBatch();
            }
        }
    }

    private static Stage stage(ConnectionSnapshot connection) {
        return new Stage(connection.getConnectionId(), connection.getStageSequence());
    }
}

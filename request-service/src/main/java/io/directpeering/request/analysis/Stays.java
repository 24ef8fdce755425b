package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StateChange;

/// Table `stays`: a change of state ends one and begins the next. One that began before this write is ended in the
/// table; one that begins here is written as it stands at the end.
final class Stays {

    private static final Insert STAYS = Insert.once("stays");

    private static final String LEAVE = """
            UPDATE analysis.stays SET left_to = ?, left_at = ?, left_sequence = ?
            WHERE connection_id = ? AND left_at IS NULL AND sequence < ?""";

    private record Leaving(UUID connectionId, ConnectionState to, Instant at, long sequence) {}

    private final List<Leaving> leavings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<UUID, Row> lasting = new HashMap<>();

    void take(PeeringTransitioned told) {
        told.getChanges().forEach(change -> take(told, change));
    }

    private void take(PeeringTransitioned told, StateChange change) {
        var connectionId = change.getConnectionId();
        var at = told.getSnapshot().getUpdatedAt();
        var before = lasting.get(connectionId);
        if (before != null) {
            before.with("left_to", change.getTo()).with("left_at", at).with("left_sequence", told.getSequence());
        } else if (change.getFrom() != null) {
            leavings.add(new Leaving(connectionId, change.getTo(), at, told.getSequence()));
        }
        var row = Row.of("connection_id", connectionId)
                .with("sequence", told.getSequence())
                .with("peering_id", told.getMetadata().getPeeringId())
                .with("came_from", change.getFrom())
                .with("state", change.getTo())
                .with("entered_at", at)
                .with("left_to", null)
                .with("left_at", null)
                .with("left_sequence", null);
        rows.add(row);
        lasting.put(connectionId, row);
    }

    void write(Connection connection) throws SQLException {
        if (!leavings.isEmpty()) {
            try (var leave = connection.prepareStatement(LEAVE)) {
                for (var leaving : leavings) {
                    leave.setString(1, leaving.to().name());
                    leave.setObject(2, leaving.at().atOffset(ZoneOffset.UTC));
                    leave.setLong(3, leaving.sequence());
                    leave.setObject(4, leaving.connectionId());
                    leave.setLong(5, leaving.sequence());
                    leave.addBatch();
                }
                leave.executeBatch();
            }
        }
        STAYS.write(connection, rows);
    }
}

package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.EventMetadata;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;

/// Tables `transitions`, `stays`, `peerings` and `connections`: the first two keep every record, of the others the
/// latest
/// of each peering is written.
final class TransitionLedger implements Ledger<PeeringTransitioned> {

    private static final Insert TRANSITIONS = Insert.once("transitions");
    private static final Insert PEERINGS =
            Insert.latest("peerings", "peering_id", "excluded.sequence > here.sequence", Map.of());

    /// What was found overdue stays so until the connection leaves the state, or an answer starts the time anew.
    private static final Insert CONNECTIONS = Insert.latest(
            "connections",
            "connection_id",
            "excluded.sequence > here.sequence",
            Map.of(
                    "overdue_since",
                    "CASE WHEN excluded.stage_sequence = here.stage_sequence"
                            + " THEN coalesce(excluded.overdue_since, here.overdue_since)"
                            + " ELSE excluded.overdue_since END"));

    private final List<Row> transitions = new ArrayList<>();
    private final Stays stays = new Stays();
    private final Overdue overdue = new Overdue();
    private final Map<UUID, PeeringSnapshot> latest = new LinkedHashMap<>();

    @Override
    public EventMetadata metadata(PeeringTransitioned told) {
        return told.getMetadata();
    }

    @Override
    public void take(PeeringTransitioned told) {
        transitions.add(row(told));
        stays.take(told);
        overdue.take(told);
        latest.merge(
                told.getMetadata().getPeeringId(),
                told.getSnapshot(),
                (before, now) -> now.getSequence() > before.getSequence() ? now : before);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        TRANSITIONS.write(connection, transitions);
        stays.write(connection);
        overdue.write(connection);
        PEERINGS.write(
                connection, latest.values().stream().map(PeeringRows::peering).toList());
        CONNECTIONS.write(
                connection,
                latest.values().stream()
                        .flatMap(peering -> peering.getConnections().stream()
                                .map(each -> PeeringRows.connection(peering, each, overdue.since(each))))
                        .toList());
    }

    private static Row row(PeeringTransitioned told) {
        var metadata = told.getMetadata();
        var cause = told.getCause();
        var deadline = cause.getDeadline();
        return Row.of("peering_id", metadata.getPeeringId())
                .with("sequence", told.getSequence())
                .with("logged_at", told.getSnapshot().getUpdatedAt())
                .with("outcome", told.getOutcome())
                .with("cause", cause.getType())
                .with("cause_id", cause.getEventId())
                .with("connection_id", metadata.getConnectionId())
                .with("stated_by", cause.getStatedBy())
                .with("actor", Principal.shown(metadata.getActor()))
                .with("occurred_at", cause.getOccurredAt())
                .with("reason", cause.getReason())
                .with("deadline_kind", deadline == null ? null : deadline.getKind())
                .with("deadline_at", deadline == null ? null : deadline.getAt())
                .with("deadline_warning", deadline == null ? null : deadline.getWarning())
                .with("peering_state", told.getSnapshot().getState())
                .with("redundant", told.getSnapshot().getRedundant());
    }
}

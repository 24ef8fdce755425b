package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.directpeering.events.EventMetadata;
import io.directpeering.events.FactRefused;

/// Table `refusals`.
final class RefusalLedger implements Ledger<FactRefused> {

    private final List<Row> rows = new ArrayList<>();

    @Override
    public EventMetadata metadata(FactRefused told) {
        return told.getMetadata();
    }

    @Override
    public void take(FactRefused told) {
        var metadata = told.getMetadata();
        var cause = told.getCause();
        rows.add(Row.of("refusal_id", metadata.getEventId())
                .with("peering_id", metadata.getPeeringId())
                .with("sequence", told.getSequence())
                .with("logged_at", metadata.getOccurredAt())
                .with("code", told.getCode())
                .with("reason", told.getReason())
                .with("cause", cause.getType())
                .with("cause_id", cause.getEventId())
                .with("cause_reason", cause.getReason())
                .with("connection_id", metadata.getConnectionId())
                .with(
                        "refusing_states",
                        told.getConnections().stream()
                                .map(each -> each.getState().name())
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(",")))
                .with("stated_by", cause.getStatedBy())
                .with("actor", Principal.shown(metadata.getActor()))
                .with("occurred_at", cause.getOccurredAt()));
    }

    @Override
    public void write(Connection connection) throws SQLException {
        Insert.once("refusals").write(connection, rows);
    }
}

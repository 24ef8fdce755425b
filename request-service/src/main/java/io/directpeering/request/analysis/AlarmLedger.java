package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.DriftKind;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.SessionDrift;

/// Table `alarms`: one row per drift, filled in when it is over.
final class AlarmLedger implements Ledger<SessionDrift> {

    private static final Insert MERGED = Insert.latest(
            "alarms",
            "connection_id, family, kind, since",
            "true",
            Map.of(
                    "raised_at", "coalesce(excluded.raised_at, here.raised_at)",
                    "cleared_at", "coalesce(excluded.cleared_at, here.cleared_at)"));

    private record Alarm(UUID connectionId, AddressFamily family, DriftKind kind, Instant since) {}

    private final Map<Alarm, Row> rows = new LinkedHashMap<>();

    @Override
    public EventMetadata metadata(SessionDrift told) {
        return told.getMetadata();
    }

    /// @throws IllegalArgumentException it names no connection
    @Override
    public void take(SessionDrift told) {
        var connectionId = told.getMetadata().getConnectionId();
        if (connectionId == null) {
            throw new IllegalArgumentException("The alarm names no connection");
        }
        var alarm = new Alarm(connectionId, told.getFamily(), told.getKind(), told.getSince());
        var row = rows.computeIfAbsent(alarm, _ -> row(alarm, told));
        switch (told.getStatus()) {
            case Raised -> row.with("raised_at", told.getMetadata().getOccurredAt());
            case Cleared -> row.with("cleared_at", told.getMetadata().getOccurredAt());
            case Unknown -> throw new IllegalArgumentException("The alarm is neither raised nor cleared");
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        MERGED.write(connection, rows.values());
    }

    private static Row row(Alarm alarm, SessionDrift told) {
        return Row.of("connection_id", alarm.connectionId())
                .with("family", alarm.family())
                .with("kind", alarm.kind())
                .with("since", alarm.since())
                .with("peering_id", told.getMetadata().getPeeringId())
                .with("peer_asn", told.getPeerAsn())
                .with("peering_location", told.getPeeringLocation())
                .with("raised_at", null)
                .with("cleared_at", null)
                .with("intended_route_policy", told.getIntendedRoutePolicy());
    }
}

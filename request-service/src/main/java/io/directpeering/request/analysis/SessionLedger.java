package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.EventMetadata;

/// Table `sessions`: however many looks at a session come together, one row is written.
final class SessionLedger implements Ledger<BgpSessionObserved> {

    private static final Map<String, String> ON = Map.of(
            "state_since", "CASE WHEN here.state = excluded.state THEN here.state_since ELSE excluded.state_since END");

    /// Seen in one state only: it may have been in it before.
    private static final Insert GOING_ON = Insert.latest("sessions", "connection_id, family", "true", ON);

    /// Its state changed meanwhile.
    private static final Insert CHANGED = Insert.latest("sessions", "connection_id, family", "true", Map.of());

    private record Session(UUID connectionId, AddressFamily family) {}

    private record Look(BgpSessionObserved seen, Instant stateSince, boolean changed) {

        Look then(Look next) {
            return seen.getState() == next.seen.getState()
                    ? new Look(next.seen, stateSince, changed)
                    : new Look(next.seen, next.stateSince, true);
        }
    }

    private final Map<Session, Look> latest = new HashMap<>();

    @Override
    public EventMetadata metadata(BgpSessionObserved told) {
        return told.getMetadata();
    }

    /// @throws IllegalArgumentException it names no connection
    @Override
    public void take(BgpSessionObserved told) {
        var connectionId = told.getMetadata().getConnectionId();
        if (connectionId == null) {
            throw new IllegalArgumentException("The observation names no connection");
        }
        latest.merge(
                new Session(connectionId, told.getFamily()),
                new Look(told, told.getMetadata().getOccurredAt(), false),
                Look::then);
    }

    @Override
    public void write(Connection connection) throws SQLException {
        GOING_ON.write(connection, rows(false));
        CHANGED.write(connection, rows(true));
    }

    private List<Row> rows(boolean changed) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getValue().changed() == changed)
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row row(Session session, Look look) {
        var seen = look.seen();
        return Row.of("connection_id", session.connectionId())
                .with("family", session.family())
                .with("peering_id", seen.getMetadata().getPeeringId())
                .with("observed_at", seen.getMetadata().getOccurredAt())
                .with("router", seen.getRouter())
                .with("state", seen.getState())
                .with("state_since", look.stateSince())
                .with("route_policy", seen.getRoutePolicy())
                .with("prefixes_received", seen.getPrefixesReceived())
                .with("prefixes_accepted", seen.getPrefixesAccepted())
                .with("prefixes_advertised", seen.getPrefixesAdvertised())
                .with("flaps", seen.getFlaps())
                .with("established_at", seen.getEstablishedAt())
                .with("last_error", seen.getLastError());
    }
}

package io.directpeering.benchmarks.peer;

import java.sql.SQLException;

import io.directpeering.benchmarks.work.Step;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventHandler;

/// Keeps a row per peering, in the transaction that stores the event: whoever got an answer can read it.
public final class AxonProjection {

    static final String TABLE = "CREATE TABLE peering (id text PRIMARY KEY, state text NOT NULL, terms text NOT NULL)";

    private final ConnectionProvider connections;

    AxonProjection(ConnectionProvider connections) {
        this.connections = connections;
    }

    @EventHandler
    public void on(AxonPeering.Requested event) throws SQLException {
        try (var insert = connections
                .getConnection()
                .prepareStatement("INSERT INTO peering (id, state, terms) VALUES (?, ?, ?)")) {
            insert.setString(1, event.id());
            insert.setString(2, Step.REQUEST.state());
            insert.setString(3, event.terms());
            insert.executeUpdate();
        }
    }

    @EventHandler
    public void on(AxonPeering.Taken event) throws SQLException {
        try (var update = connections.getConnection().prepareStatement("UPDATE peering SET state = ? WHERE id = ?")) {
            update.setString(1, event.step().state());
            update.setString(2, event.id());
            update.executeUpdate();
        }
    }
}

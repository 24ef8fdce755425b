package io.directpeering.benchmarks.floor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.benchmarks.parts.PostgreSql;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.benchmarks.work.Terms;

/// A row that says where a peering stands, and an outbox row that says what happened, in one transaction.
public final class JdbcOutbox implements Contender {

    private static final String TABLES = """
            CREATE TABLE peering (
              id uuid PRIMARY KEY, state text NOT NULL, sequence bigint NOT NULL, terms text NOT NULL,
              updated_at timestamptz NOT NULL DEFAULT now());
            CREATE TABLE outbox (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, peering_id uuid NOT NULL, event_id uuid NOT NULL,
              fact text NOT NULL, body text NOT NULL, stated_at timestamptz NOT NULL DEFAULT now())""";

    private final PostgreSql database;

    private JdbcOutbox(PostgreSql database) {
        this.database = database;
    }

    public static JdbcOutbox start(Surroundings surroundings) throws IOException, SQLException {
        var database = PostgreSql.start(surroundings);
        database.execute(TABLES);
        return new JdbcOutbox(database);
    }

    @Override
    public void take(UUID peering, Step step) throws SQLException {
        try (var connection = database.pool().getConnection()) {
            connection.setAutoCommit(false);
            var body = step == Step.REQUEST ? Terms.of(peering) : "{\"answers\":" + step.ordinal() + "}";
            if (step == Step.REQUEST) {
                begin(connection, peering, body);
            } else {
                move(connection, peering, step);
            }
            say(connection, peering, step, body);
            connection.commit();
        }
    }

    private static void begin(Connection connection, UUID peering, String terms) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO peering (id, state, sequence, terms) VALUES (?, ?, 1, ?)")) {
            insert.setObject(1, peering);
            insert.setString(2, Step.REQUEST.state());
            insert.setString(3, terms);
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, UUID peering, Step step) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE peering SET state = ?, sequence = sequence + 1, updated_at = now() WHERE id = ? AND state = ?""")) {
            update.setString(1, step.state());
            update.setObject(2, peering);
            update.setString(3, step.from());
            if (update.executeUpdate() != 1) {
                throw new SQLException(peering + " is not " + step.from());
            }
        }
    }

    private static void say(Connection connection, UUID peering, Step step, String body) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO outbox (peering_id, event_id, fact, body) VALUES (?, ?, ?, ?)")) {
            insert.setObject(1, peering);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, step.fact());
            insert.setString(4, body);
            insert.executeUpdate();
        }
    }

    @Override
    public Map<String, Long> byState() throws SQLException {
        return database.counts("SELECT state, count(*) FROM peering GROUP BY 1");
    }

    @Override
    public List<ProcessHandle> processes() {
        return database.processes();
    }

    @Override
    public Stored stored() throws SQLException {
        return database.stored();
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}

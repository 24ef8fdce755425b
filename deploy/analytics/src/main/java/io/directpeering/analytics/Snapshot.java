package io.directpeering.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;

import org.postgresql.PGConnection;

/// All tables at one moment: whatever is written meanwhile is not seen.
final class Snapshot implements AutoCloseable {

    /// Ranges have no counterpart in files, and say nothing that the two columns beside them do not.
    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type
            FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'analysis' AND table_type = 'BASE TABLE' AND data_type <> 'tstzrange'
              AND table_name NOT IN ('positions', 'schema_history')
            ORDER BY table_name, ordinal_position""";

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot of(String jdbcUrl, String user, String password) throws SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "peering export");
        // All of it may take longer than a question should.
        login.setProperty("options", "-c statement_timeout=30min -c TimeZone=UTC -c DateStyle=ISO");
        var connection = DriverManager.getConnection(jdbcUrl, login);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Snapshot(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    List<Table> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<Table.Column>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(new Table.Column(rows.getString(2), rows.getString(3)));
            }
        }
        return columns.entrySet().stream()
                .map(entry -> new Table(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /// Writes a table's rows as CSV without names; returns how many.
    long copy(Table table, OutputStream to) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + table.question() + ") TO STDOUT (FORMAT csv)", to);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.directpeering.provisioning.work;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/// A lane held by this process: an advisory lock of the database, so that it ends with the process that holds it.
final class LaneLock implements AutoCloseable {

    private final Connection connection;
    private final String lane;

    private LaneLock(Connection connection, String lane) {
        this.connection = connection;
        this.lane = lane;
    }

    /// @return null: another process has the lane
    static @Nullable LaneLock take(DataSource database, String lane) throws SQLException {
        var connection = database.getConnection();
        try {
            if (ask(connection, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", lane)) {
                return new LaneLock(connection, lane);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    /// Whether the lock's connection still lives, and the lock with it.
    boolean holds() throws SQLException {
        return connection.isValid(1);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            ask(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 0))", lane);
        }
    }

    private static boolean ask(Connection connection, String sql, String lane) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, lane);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

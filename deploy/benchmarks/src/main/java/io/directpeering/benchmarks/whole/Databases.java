package io.directpeering.benchmarks.whole;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Secret;

/// The databases of a suite, all of one server.
///
/// @param password of the server's owner
record Databases(String jdbcUrl, String password) {

    private static final String OWNER = "postgres";

    static Databases of(Layout layout) throws IOException {
        return new Databases(layout.jdbcUrl(OWNER), Secret.DATABASE_PASSWORD.of(layout));
    }

    /// Makes the server as durable as the class says; what was begun before is not changed.
    void make(Durability durability) throws SQLException {
        var commit = switch (durability) {
            case strict -> "on";
            case replicated -> "off";
        };
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET synchronous_commit = " + commit);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    Stored stored() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var sizes = statement.executeQuery("""
                        SELECT (SELECT sum(pg_database_size(oid)) FROM pg_database)::bigint,
                               (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint""")) {
            sizes.next();
            return new Stored(sizes.getLong(1), sizes.getLong(2), 0);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, OWNER, password);
    }
}

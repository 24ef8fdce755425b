package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// The database of the tables. It is spoken to over one connection per follower, which is why there is no pool; and it
/// may be away when the service starts, which is why the migrations are not made at the start.
final class AnalysisDatabase {

    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int SOCKET_TIMEOUT_SECONDS = 120;

    /// A commit that the server forgets in a crash takes its position with it, so that the records come again; no
    /// writer waits for another for ever.
    private static final String SESSION = "-c synchronous_commit=off -c lock_timeout=30s -c statement_timeout=100s"
            + " -c search_path=analysis -c TimeZone=UTC";

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    /// @throws IllegalArgumentException the address is none of PostgreSQL's
    AnalysisDatabase(String jdbcUrl, String username, String password) {
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        source.setApplicationName("request-service tables");
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
        source.setReWriteBatchedInserts(true);
    }

    /// Makes the tables that are not there yet. Several instances may do so at a time.
    void migrate() {
        Flyway.configure(AnalysisDatabase.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/analysis")
                .schemas("analysis")
                .defaultSchema("analysis")
                .table("schema_history")
                // An older version beside a newer one, during a rollout: the newer has only added.
                .ignoreMigrationPatterns("*:future")
                .load()
                .migrate();
    }

    /// A connection on which nothing is committed by itself.
    Connection connect() throws SQLException {
        source.setOptions(SESSION);
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}

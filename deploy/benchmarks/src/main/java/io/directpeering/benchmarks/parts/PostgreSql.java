package io.directpeering.benchmarks.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// A PostgreSQL server as child processes, with a pool of connections to it.
public final class PostgreSql implements AutoCloseable {

    private static final String NAME = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /// Beyond one for each client: a workflow engine asks for a block of ids on a connection of its own while it holds
    /// another.
    private static final int SPARE_CONNECTIONS = 4;

    private final ProcessHandle process;
    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    private PostgreSql(ProcessHandle process, EmbeddedPostgres server, HikariDataSource pool) {
        this.process = process;
        this.server = server;
        this.pool = pool;
    }

    /// Starts an empty one, with a connection for every client and some to spare.
    public static PostgreSql start(Surroundings surroundings) throws IOException {
        var log = surroundings.scratch().resolve("database.log").toFile();
        var synchronousCommit = switch (surroundings.durability()) {
            case strict -> "on";
            case replicated -> "off";
        };
        var data = surroundings.scratch().resolve("database");
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setRegisterShutdownHook(true)
                // The library turns these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", synchronousCommit)
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", String.valueOf(surroundings.clients() + 20))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(START_LIMIT)
                .setErrorRedirector(Redirect.appendTo(log))
                .setOutputRedirector(Redirect.appendTo(log))
                .start();
        return new PostgreSql(Postmaster.of(data), server, pool(server, surroundings.clients() + SPARE_CONNECTIONS));
    }

    private static HikariDataSource pool(EmbeddedPostgres server, int connections) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(server.getJdbcUrl(NAME, NAME));
        settings.setMaximumPoolSize(connections);
        return new HikariDataSource(settings);
    }

    /// The JVM of the trial, and the server: both work for the contender.
    public List<ProcessHandle> processes() {
        return List.of(ProcessHandle.current(), process);
    }

    public HikariDataSource pool() {
        return pool;
    }

    public String jdbcUrl() {
        return server.getJdbcUrl(NAME, NAME);
    }

    public void execute(String script) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /// A question that yields names and numbers.
    public Map<String, Long> counts(String question) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var counts = new HashMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    public Stored stored() throws SQLException {
        var sizes = counts("""
                SELECT 'database', pg_database_size(current_database())
                UNION ALL SELECT 'log', (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint""");
        return new Stored(sizes.getOrDefault("database", 0L), sizes.getOrDefault("log", 0L), 0);
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}

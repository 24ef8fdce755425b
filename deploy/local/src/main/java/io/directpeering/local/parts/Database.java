package io.directpeering.local.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// A PostgreSQL server as child processes, on the loopback interface.
public final class Database implements AutoCloseable {

    /// Owner of every database of the suite. The server trusts whoever reaches its loopback port.
    public static final String USER = "peering";

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /// Starts a server; creates its cluster when the folder is new.
    ///
    /// @param data       folder for the cluster; kept when it holds one already
    /// @param log        file for the server's log
    /// @param durability [Durability#KEPT]: fsync and synchronous commit on
    /// @throws IOException the folder cannot be used or the port is taken
    public static Database start(Path data, Path log, int port, Durability durability) throws IOException {
        var on = durability == Durability.KEPT ? "on" : "off";
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                // The library turns these off.
                .setServerConfig("fsync", on)
                .setServerConfig("synchronous_commit", on)
                .setServerConfig("full_page_writes", on)
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("max_connections", "120")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(30))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .start();
        return new Database(server);
    }

    /// Creates the databases that are not there yet, owned by [#USER].
    public void create(List<String> names) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", USER)) {
                execute(connection, "CREATE ROLE " + USER + " LOGIN");
            }
            for (var name : names) {
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                    execute(connection, "CREATE DATABASE \"" + name + "\" OWNER " + USER);
                }
            }
        }
    }

    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

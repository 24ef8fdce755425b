package io.directpeering.local.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// A PostgreSQL server as child processes, on the loopback interface.
public final class Database implements AutoCloseable {

    /// Owner of every database of the suite.
    public static final String USER = "peering";

    private static final String DEMANDING = """
            # Written at every start: whoever comes needs the password.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Path data;

    private Database(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /// Starts a server that trusts whoever reaches its loopback port.
    public static Database start(Path data, Path log, int port, Durability durability) throws IOException {
        return start(data, log, port, durability, "");
    }

    /// Starts a server; creates its cluster when the folder is new. [#demand] makes it ask for the password.
    ///
    /// @param data       folder for the cluster; kept when it holds one already
    /// @param log        file for the server's log
    /// @param durability [Durability#KEPT]: fsync and synchronous commit on
    /// @param password   what the server was told to demand; not read by one that trusts
    /// @throws IOException the folder cannot be used or the port is taken
    public static Database start(Path data, Path log, int port, Durability durability, String password)
            throws IOException {
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
                .setConnectConfig("password", password)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .start();
        return new Database(server, data);
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

    /// Lets analysts in, under a password of their own.
    ///
    /// @param password letters and digits only
    public void admitAnalyst(String password) throws SQLException {
        try (var connection = server.getDatabase("postgres", Analyst.DATABASE).getConnection()) {
            Analyst.admit(connection);
            giveAPassword(connection, Analyst.USER, password);
        }
    }

    /// Makes the server ask for this password from now on, and from its next start on too.
    ///
    /// @param password letters and digits only
    public void demand(String password) throws SQLException, IOException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            for (var role : List.of("postgres", USER)) {
                giveAPassword(connection, role, password);
            }
            Files.writeString(data.resolve("pg_hba.conf"), DEMANDING);
            execute(connection, "SELECT pg_reload_conf()");
        }
    }

    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void giveAPassword(Connection connection, String role, String password) throws SQLException {
        if (!password.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("A password of letters and digits only, please");
        }
        // Not in the server's log, where a statement that fails would stand with the password in it.
        execute(connection, "SET log_min_error_statement = panic");
        execute(connection, "ALTER ROLE " + role + " PASSWORD '" + password + "'");
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

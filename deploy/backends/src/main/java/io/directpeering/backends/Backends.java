package io.directpeering.backends;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.parts.Database;

/// Addresses of one broker, one registry with the contract's schemas and one database server, for all tests of a
/// JVM. They start when first asked for and end with the JVM.
///
/// @param bootstrapServers  of the broker
/// @param registryUrl       base address of the registry's own API
/// @param confluentUrl      base address of the registry's Confluent-compatible API
/// @param administrationUrl database through which databases are created
/// @param administrator     user for that
/// @param issuer            address of the token issuer
/// @param issuerKey         what it signs with, as text
public record Backends(
        String bootstrapServers,
        String registryUrl,
        String confluentUrl,
        String administrationUrl,
        String administrator,
        String issuer,
        String issuerKey) {

    private static final String PREFIX = "io.directpeering.backends.";

    /// The backends of this JVM.
    ///
    /// @throws IllegalStateException a part does not start; the cause says which and why
    public static Backends shared() {
        // Test frameworks load this class more than once; the JVM's properties are what all copies share.
        var properties = System.getProperties();
        synchronized (properties) {
            if (!properties.containsKey(PREFIX + "registryUrl")) {
                StartedBackends.start().publish(properties);
            }
            return read(properties);
        }
    }

    /// Address of a database, created when it is new; its user and password are [Database#USER].
    public String jdbcUrl(String name) {
        try (var connection = DriverManager.getConnection(administrationUrl, administrator, administrator);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\" OWNER " + Database.USER);
        } catch (SQLException e) {
            var duplicateDatabase = "42P04";
            if (!duplicateDatabase.equals(e.getSQLState())) {
                throw new IllegalStateException("No database " + name, e);
            }
        }
        return administrationUrl.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }

    /// Settings that a service of the suite starts with.
    ///
    /// @param databaseName name of the service's database
    public Map<String, String> settings(String databaseName) {
        return Map.of(
                "peering.issuer.url",
                issuer,
                "kafka.bootstrap.servers",
                bootstrapServers,
                "peering.registry.url",
                registryUrl,
                "quarkus.datasource.jdbc.url",
                jdbcUrl(databaseName),
                "quarkus.datasource.username",
                Database.USER,
                "quarkus.datasource.password",
                Database.USER);
    }

    /// Makes tokens that the services take.
    public Tokens tokens() {
        return new Tokens(IssuerKey.read(issuerKey), issuer);
    }

    private void publish(Properties properties) {
        properties.put(PREFIX + "bootstrapServers", bootstrapServers);
        properties.put(PREFIX + "registryUrl", registryUrl);
        properties.put(PREFIX + "confluentUrl", confluentUrl);
        properties.put(PREFIX + "administrationUrl", administrationUrl);
        properties.put(PREFIX + "administrator", administrator);
        properties.put(PREFIX + "issuer", issuer);
        properties.put(PREFIX + "issuerKey", issuerKey);
    }

    private static Backends read(Properties properties) {
        return new Backends(
                properties.getProperty(PREFIX + "bootstrapServers"),
                properties.getProperty(PREFIX + "registryUrl"),
                properties.getProperty(PREFIX + "confluentUrl"),
                properties.getProperty(PREFIX + "administrationUrl"),
                properties.getProperty(PREFIX + "administrator"),
                properties.getProperty(PREFIX + "issuer"),
                properties.getProperty(PREFIX + "issuerKey"));
    }
}

package io.directpeering.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

/// Secrets are put in where they belong, and then looked for everywhere else: every topic from its first record,
/// every table of every database, every log, every mail.
@ExtendWith(Suite.Running.class)
class SecretsST {

    private static final long ASN = 64_502_000;

    @Test
    void secretsStandNowhereButWhereTheyBelong(Suite suite) throws Exception {
        // Given
        var network = Network.in(suite, ASN, "canary");
        // Under keys: what is kept for those who ask again must not give a secret away either.
        var registered = network.api().post("/webhooks", """
                {"peerAsn":%d,"url":"http://127.0.0.1:9/canary-hook"}""".formatted(ASN), "canary-1");
        assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
        var secret = registered.body().at("/secret").asText();
        var rotated = network.api()
                .post("/webhooks/" + registered.body().at("/webhook/id").asText() + "/rotate-secret", "{}", "canary-2");
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("a webhook's secret", secret);
        secrets.put("its successor", rotated.body().at("/secret").asText());
        secrets.put("a bearer token", network.api().token());
        secrets.put("the database's password", suite.databasePassword());
        secrets.put("the key that seals webhooks' secrets", suite.webhookKey());
        secrets.put("the issuer's private key", suite.issuerKey());
        assertThat(secrets.values().stream().allMatch(each -> each.length() > 20))
                .isTrue();

        // When
        var places = places(suite);

        // Then
        System.out.printf("%d places searched for %s%n", places.size(), secrets.keySet());
        assertThat(places).hasSizeGreaterThan(30);
        for (var each : secrets.entrySet()) {
            // Without the prefix that tells what kind of secret it is, and padding.
            var canary = each.getValue().replace("whsec_", "").replace("=", "");
            assertThat(places.entrySet().stream()
                            .filter(place -> place.getValue().contains(canary))
                            .map(Map.Entry::getKey))
                    .as("%s stands in", each.getKey())
                    .isEmpty();
        }
        assertThat(places.values()).as("what is no secret is found").anyMatch(text -> text.contains("canary-hook"));
    }

    /// Text by where it stands.
    private static Map<String, String> places(Suite suite) throws IOException, SQLException {
        var places = new LinkedHashMap<String, String>();
        places.put("traces", suite.traces().spans().toString());
        var log = new EventLog(suite.kafka(), suite.registryUrl());
        for (var topic : Topics.all()) {
            var records = new StringBuilder();
            log.raw(topic).forEach(record -> {
                records.append(record.key());
                records.append(record.value() == null ? "" : new String(record.value(), ISO_8859_1));
                record.headers().forEach(header -> records.append(new String(header.value(), ISO_8859_1)));
            });
            places.put("topic " + topic.name(), records.toString());
        }
        for (var database : List.of("request", "approval", "provisioning", "notification", "registry")) {
            places.putAll(tables(suite, database));
        }
        for (var folder : List.of(suite.logs(), suite.mails())) {
            for (var file : files(folder)) {
                places.put(file.toString(), Files.readString(file, ISO_8859_1));
            }
        }
        return places;
    }

    private static Map<String, String> tables(Suite suite, String database) throws IOException, SQLException {
        var tables = new LinkedHashMap<String, String>();
        try (var connection =
                        DriverManager.getConnection(suite.jdbcUrl(database), "peering", suite.databasePassword());
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var found = statement.executeQuery(
                    "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables"
                            + " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
            for (var name : names) {
                var rows = new StringBuilder();
                try (var found = statement.executeQuery("SELECT t::text FROM " + name + " t")) {
                    while (found.next()) {
                        rows.append(found.getString(1)).append('\n');
                    }
                }
                tables.put("table " + database + ": " + name, rows.toString());
            }
        }
        return tables;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

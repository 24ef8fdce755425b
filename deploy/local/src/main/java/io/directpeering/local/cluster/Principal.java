package io.directpeering.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Secret;

import static java.util.stream.Collectors.joining;

/// Somebody whom the brokers know by name and password.
public record Principal(Layout layout, String name) {

    /// May everything: the brokers themselves, and what sets them up.
    public static final String ADMIN = "admin";

    private static final int PASSWORD_BYTES = 24;

    /// Made at first.
    String password() throws IOException {
        return Secret.kept(folder().resolve(name + ".password"), PASSWORD_BYTES, HexFormat.of()::formatHex);
    }

    /// Settings of a client that comes as this one.
    Map<String, String> client(String bootstrapServers) throws IOException {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(name, password()));
    }

    /// Where people and Kafka's own tools find these settings (`--command-config`).
    public Path clientFile() {
        return folder().resolve(name + ".properties");
    }

    /// Writes that file, for its owner only.
    void writeClientFile(String bootstrapServers) throws IOException {
        var lines = new TreeMap<>(client(bootstrapServers))
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(joining());
        Files.deleteIfExists(clientFile());
        Secret.write(clientFile(), lines);
    }

    /// What a client says of itself.
    static String login(String name, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(name, password);
    }

    private Path folder() {
        return layout.run().resolve("clients");
    }
}

package io.directpeering.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Secrets and ConfigMaps that will be there, by `Kind/name`, with their keys: those of the manifests, those that
/// Strimzi makes, and those that the operations guide asks the operator to bring.
final class Sources {

    private static final Path GUIDE = Path.of("README.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (Secret|ConfigMap) `([^`]+)` \\| (.*?) \\|", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("`([^`]+)`");

    private Sources() {}

    static Map<String, Set<String>> of(Manifests manifests) {
        var all = new HashMap<>(brought());
        manifests
                .all("ConfigMap", "Secret")
                .forEach(each -> all.put(
                        Manifests.title(each),
                        each.path("data").properties().stream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet())));
        manifests
                .all("Kafka")
                .forEach(kafka -> all.put(
                        "Secret/" + Manifests.name(kafka) + "-cluster-ca-cert",
                        Set.of("ca.crt", "ca.p12", "ca.password")));
        manifests
                .all("KafkaUser")
                .forEach(user -> all.put(
                        "Secret/" + Manifests.name(user),
                        Set.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password")));
        return all;
    }

    /// What the guide's table names.
    static Map<String, Set<String>> brought() {
        try {
            return ROW.matcher(Files.readString(GUIDE))
                    .results()
                    .collect(Collectors.toMap(
                            row -> row.group(1) + "/" + row.group(2),
                            row -> KEY.matcher(row.group(3))
                                    .results()
                                    .map(key -> key.group(1))
                                    .collect(Collectors.toSet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What pods and the gateway name, by `Kind/name` and key (`Kind/name` alone: the whole of it).
    static Set<String> named(Manifests manifests) {
        var named = new HashSet<String>();
        manifests.workloads().forEach(workload -> {
            workload.containers().forEach(container -> {
                container.path("envFrom").forEach(from -> {
                    named.add("ConfigMap/" + from.at("/configMapRef/name").asText());
                });
                container
                        .path("env")
                        .forEach(entry -> Stream.of("configMap", "secret")
                                .map(kind -> entry.at("/valueFrom/" + kind + "KeyRef"))
                                .filter(reference -> !reference.isMissingNode())
                                .forEach(reference -> named.add(
                                        (entry.path("valueFrom").has("secretKeyRef") ? "Secret/" : "ConfigMap/")
                                                + reference.path("name").asText() + " "
                                                + reference.path("key").asText())));
            });
            workload.pod().path("volumes").forEach(volume -> {
                if (volume.has("configMap")) {
                    named.add("ConfigMap/" + volume.at("/configMap/name").asText());
                }
                if (volume.has("secret")) {
                    var secret = "Secret/" + volume.at("/secret/secretName").asText();
                    named.add(secret);
                    volume.at("/secret/items")
                            .forEach(item ->
                                    named.add(secret + " " + item.path("key").asText()));
                }
            });
        });
        manifests
                .all("Gateway")
                .forEach(gateway -> gateway.at("/spec/listeners")
                        .forEach(listener -> listener.at("/tls/certificateRefs")
                                .forEach(reference -> named.add(
                                        "Secret/" + reference.path("name").asText()))));
        return named;
    }
}

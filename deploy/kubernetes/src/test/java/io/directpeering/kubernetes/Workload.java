package io.directpeering.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something that makes pods.
record Workload(ObjectNode object) {

    String title() {
        return Manifests.title(object);
    }

    JsonNode pod() {
        return object.at("/spec/template/spec");
    }

    JsonNode labels() {
        return object.at("/spec/template/metadata/labels");
    }

    Stream<JsonNode> containers() {
        return Stream.of("containers", "initContainers")
                .flatMap(kind -> pod().path(kind).valueStream());
    }

    Set<String> volumes() {
        return Stream.concat(
                        pod().path("volumes").valueStream().map(volume -> volume.path("name")),
                        object.at("/spec/volumeClaimTemplates").valueStream().map(claim -> claim.at("/metadata/name")))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether a selector finds its pods.
    boolean isMeantBy(JsonNode matchLabels) {
        return matchLabels.properties().stream()
                .allMatch(label -> labels().path(label.getKey()).equals(label.getValue()));
    }

    /// Whether a named port is one of its containers'.
    boolean hasPort(String name) {
        return containers()
                .flatMap(container -> container.path("ports").valueStream())
                .anyMatch(port -> port.path("name").asText().equals(name));
    }

    /// What a container is told, by name; a value that comes from elsewhere is empty.
    static Map<String, String> environment(JsonNode container, Manifests manifests) {
        var all = new HashMap<String, String>();
        container
                .path("envFrom")
                .valueStream()
                .forEach(from -> manifests
                        .all("ConfigMap")
                        .filter(map -> Manifests.name(map)
                                .equals(from.at("/configMapRef/name").asText()))
                        .flatMap(map -> map.path("data").properties().stream())
                        .forEach(entry ->
                                all.put(entry.getKey(), entry.getValue().asText())));
        container
                .path("env")
                .valueStream()
                .forEach(entry ->
                        all.put(entry.path("name").asText(), entry.path("value").asText()));
        return all;
    }
}

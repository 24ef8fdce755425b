package io.directpeering.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/// Renders the part of Kustomize that these manifests use, so that the build needs no tool of Kubernetes, and refuses
/// the rest. Where kubectl is there, [RenderingTest] holds the two renderings equal.
final class Kustomization {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "namespace", "labels", "images", "patches", "resources");

    /// Lists of Kubernetes' own kinds that a patch merges by name.
    private static final Set<String> BY_NAME = Set.of("containers", "env");

    private final Path folder;
    private final JsonNode file;

    private Kustomization(Path folder) {
        this.folder = folder;
        this.file = documents(folder.resolve("kustomization.yaml")).getFirst();
    }

    /// @param folder holds a `kustomization.yaml`
    /// @throws IllegalArgumentException it uses what is not understood here, or leaves a file of the folder out
    static Manifests render(Path folder) {
        return new Manifests(new Kustomization(folder.normalize()).objects());
    }

    static List<ObjectNode> documents(Path file) {
        try (var values = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(file.toFile())) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private List<ObjectNode> objects() {
        file.fieldNames().forEachRemaining(key -> demand(UNDERSTOOD.contains(key), key + " is not understood"));
        demandThatAllFilesAreListed();
        var objects = new ArrayList<ObjectNode>();
        for (var resource : file.path("resources")) {
            var path = folder.resolve(resource.asText()).normalize();
            objects.addAll(Files.isDirectory(path) ? new Kustomization(path).objects() : documents(path));
        }
        file.path("patches").forEach(patch -> patch(objects, patch));
        for (var object : objects) {
            var metadata = (ObjectNode) object.get("metadata");
            if (file.has("namespace") && !object.path("kind").asText().equals("Namespace")) {
                metadata.set("namespace", file.get("namespace"));
            }
            file.path("labels").forEach(labels -> {
                var pairs = (ObjectNode) labels.get("pairs");
                metadata.withObject("/labels").setAll(pairs);
            });
            file.path("images").forEach(image -> name(object, image));
        }
        return objects;
    }

    private void patch(List<ObjectNode> objects, JsonNode patch) {
        for (var document : documents(folder.resolve(patch.path("path").asText()))) {
            var meant = objects.stream()
                    .filter(each -> patch.has("target")
                            ? each.get("kind").equals(patch.at("/target/kind"))
                            : Manifests.title(each).equals(Manifests.title(document)))
                    .toList();
            demand(!meant.isEmpty(), "a patch is for %s, which is not there".formatted(Manifests.title(document)));
            document.remove(List.of("apiVersion", "kind", "metadata"));
            meant.forEach(each -> merge(each, document));
        }
    }

    private void merge(ObjectNode into, ObjectNode patch) {
        for (var field : patch.properties()) {
            var name = field.getKey();
            switch (field.getValue()) {
                case ObjectNode deeper when into.get(name) instanceof ObjectNode there -> merge(there, deeper);
                case ArrayNode list
                when BY_NAME.contains(name) && into.get(name) instanceof ArrayNode there ->
                    IntStream.range(0, list.size()).forEach(at -> merge(there, (ObjectNode) list.get(at), at));
                case ArrayNode _ -> demand(false, "a patch of the list %s is not understood".formatted(name));
                case JsonNode value -> into.set(name, value.deepCopy());
            }
        }
    }

    /// What a patch names moves ahead of the others, in its order.
    private void merge(ArrayNode into, ObjectNode patch, int at) {
        var merged = patch.deepCopy();
        for (var items = into.iterator(); items.hasNext(); ) {
            if (items.next() instanceof ObjectNode there && there.get("name").equals(patch.get("name"))) {
                items.remove();
                merged = there;
                merge(there, patch);
            }
        }
        into.insert(at, merged);
    }

    private static void name(ObjectNode object, JsonNode image) {
        object.findParents("image").stream()
                .filter(container -> container.get("image").equals(image.get("name")))
                .forEach(container -> ((ObjectNode) container)
                        .put(
                                "image",
                                image.path("newName").asText(image.get("name").asText()) + ":"
                                        + image.get("newTag").asText()));
    }

    private void demandThatAllFilesAreListed() {
        var listed = Stream.concat(
                        file.path("resources").valueStream(),
                        file.path("patches").valueStream().map(patch -> patch.path("path")))
                .map(JsonNode::asText)
                .toList();
        try (var files = Files.list(folder)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                    .forEach(name -> demand(listed.contains(name), name + " is not listed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void demand(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("%s/kustomization.yaml: %s.".formatted(folder, otherwise));
        }
    }
}

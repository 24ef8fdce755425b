package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The objects of one overlay, as a cluster would get them.
record Manifests(List<ObjectNode> objects) {

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /// `Kind/name`, which is how findings name it.
    static String title(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }

    Stream<ObjectNode> all(String... kinds) {
        return objects.stream()
                .filter(each -> List.of(kinds).contains(each.path("kind").asText()));
    }

    boolean has(String kind, String name) {
        return all(kind).anyMatch(each -> name(each).equals(name));
    }

    /// @throws AssertionError there is none
    ObjectNode one(String kind, String name) {
        return all(kind)
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no %s/%s.".formatted(kind, name)));
    }

    /// What makes pods.
    Stream<Workload> workloads() {
        return all("Deployment", "StatefulSet", "Job").map(Workload::new);
    }

    /// A copy in which one object is spoiled.
    Manifests edited(String kind, String name, Consumer<ObjectNode> edit) {
        var copy = new Manifests(
                new ArrayList<>(objects.stream().map(ObjectNode::deepCopy).toList()));
        edit.accept(copy.one(kind, name));
        return copy;
    }

    /// A copy that lacks one.
    Manifests without(String kind, String name) {
        var gone = one(kind, name);
        return new Manifests(objects.stream().filter(each -> each != gone).toList());
    }
}

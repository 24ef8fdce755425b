package io.directpeering.kubernetes;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Each kind of mistake, made in a copy of the manifests, is found and named.
class MutationTest {

    private static final Manifests GOOD = Kustomization.render(Path.of("overlays/production"));

    private static final Map<String, Check> CHECKS = Map.of(
            "Models", new Models(),
            "References", new References(),
            "DeclaredTopics", new DeclaredTopics(12, 3),
            "Access", new Access(),
            "Settings", new Settings(),
            "Restricted", new Restricted(),
            "Routing", new Routing());

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("mistakes")
    void aMistakeIsFoundAndNamed(String check, String name, JsonNode mistake) {
        // Given
        var wanted = Objects.requireNonNull(CHECKS.get(check));
        var spoiled = spoiled(mistake);
        assertThat(wanted.findings(GOOD)).isEmpty();

        // When
        var findings = wanted.findings(spoiled);

        // Then
        var words = mistake.get("words").asText();
        assertThat(findings).as(name).anySatisfy(finding -> assertThat(finding).contains(words));
    }

    static Stream<Arguments> mistakes() {
        var all = Kustomization.documents(Path.of("src/test/resources/mistakes.yaml"))
                .getFirst();
        assertThat(all.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(CHECKS.keySet());
        return all.properties().stream()
                .flatMap(check -> check.getValue()
                        .valueStream()
                        .map(mistake ->
                                arguments(check.getKey(), mistake.get("mistake").asText(), mistake)));
    }

    private static Manifests spoiled(JsonNode mistake) {
        if (mistake.has("gone")) {
            var title = mistake.get("gone").asText().split("/", 2);
            return GOOD.without(title[0], title[1]);
        }
        var title = mistake.get("in").asText().split("/", 2);
        return GOOD.edited(title[0], title[1], object -> {
            switch (object.at(mistake.get("at").asText())) {
                case ObjectNode fields -> spoil(fields, mistake);
                case ArrayNode items when mistake.has("add") -> items.insert(0, mistake.get("add"));
                case ArrayNode items -> items.remove(mistake.get("drop").asInt());
                case JsonNode nothing -> throw new AssertionError("There is nothing to spoil: " + mistake + nothing);
            }
        });
    }

    private static void spoil(ObjectNode fields, JsonNode mistake) {
        if (mistake.has("name")) {
            fields.set(
                    mistake.get("to").asText(),
                    fields.remove(mistake.get("name").asText()));
        } else if (mistake.has("set")) {
            fields.set(mistake.get("set").asText(), mistake.get("to"));
        } else {
            fields.remove(mistake.get("drop").asText());
        }
    }
}

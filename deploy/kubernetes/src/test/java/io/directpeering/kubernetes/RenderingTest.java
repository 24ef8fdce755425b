package io.directpeering.kubernetes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

class RenderingTest {

    @ParameterizedTest
    @ValueSource(strings = {"production", "local"})
    void kubectlRendersTheSame(String overlay, @TempDir Path folder) throws Exception {
        // Given
        if (!isOnThePath("kubectl")) {
            abort("There is no kubectl: the build's own rendering was not compared with it.");
        }
        var rendered = folder.resolve("rendered.yaml").toFile();

        // When
        var code = new ProcessBuilder("kubectl", "kustomize", "overlays/" + overlay)
                .redirectOutput(rendered)
                .redirectError(folder.resolve("errors").toFile())
                .start()
                .waitFor();

        // Then
        assertThat(code).as(Files.readString(folder.resolve("errors"))).isZero();
        assertThat(sorted(Kustomization.render(Path.of("overlays", overlay)).objects()))
                .isEqualTo(sorted(Kustomization.documents(rendered.toPath())));
    }

    @Test
    void whatIsNotUnderstoodIsRefused(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("kustomization.yaml"), "namePrefix: my-\n");

        // When, Then
        assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("namePrefix is not understood");
    }

    @Test
    void aFileThatIsLeftOutIsRefused(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: []\n");
        Files.writeString(folder.resolve("010-Namespace.yaml"), "kind: Namespace\n");

        // When, Then
        assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("010-Namespace.yaml is not listed");
    }

    private static boolean isOnThePath(String command) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static List<ObjectNode> sorted(List<ObjectNode> objects) {
        return Stream.of(objects)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Manifests::title))
                .toList();
    }
}

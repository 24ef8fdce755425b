package io.directpeering.kubernetes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The manifests as they are.
class ManifestsTest {

    private static final Map<String, DeclaredTopics> TOPICS =
            Map.of("production", new DeclaredTopics(12, 3), "local", new DeclaredTopics(4, 1));

    @ParameterizedTest
    @ValueSource(strings = {"production", "local"})
    void nothingIsWrongWithAnOverlay(String overlay) {
        // Given
        var manifests = Kustomization.render(Path.of("overlays", overlay));
        List<Check> checks = List.of(
                new Models(),
                new References(),
                Objects.requireNonNull(TOPICS.get(overlay)),
                new Access(),
                new Settings(),
                new Restricted(),
                new Routing());

        // When
        var findings = new ArrayList<String>();
        for (Check check : checks) {
            findings.addAll(check.findings(manifests));
        }

        // Then
        assertThat(findings).isEmpty();
        assertThat(manifests.objects()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource
    void whatAServiceIsSeenToWriteTheContractSaysItOwns(Services service) {
        // Given
        var owned = Use.of(service).writes();

        // When
        var seen = Use.seenWriting(service);

        // Then
        assertThat(seen).isNotEmpty();
        assertThat(owned).containsAll(seen);
    }

    @Test
    void whatTheGuideAsksForIsUsed() {
        // Given
        var asked = Sources.brought().keySet();

        // When
        var named = Stream.of("production", "local")
                .flatMap(overlay -> Sources.named(Kustomization.render(Path.of("overlays", overlay))).stream())
                .map(each -> each.split(" ", 2)[0])
                .collect(Collectors.toSet());

        // Then
        assertThat(named).containsAll(asked);
        assertThat(asked).isNotEmpty();
    }
}

package io.directpeering.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.system.Queries.Query;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Dashboards and alerts, before anything runs. [MetricsST] holds them against what the suite shows.
class QueriesTest {

    @Test
    void namesOfMetricsAreFoundInAQuery() {
        // Given
        var query = new Query("here", """
                histogram_quantile(0.99, sum by (le, job) (rate(a_seconds_bucket{topic="b or c"}[$__rate_interval])))
                  > 0.2 * (sum(d_total) or vector(0)) / on (job) e:f unless up == 0""");

        // When
        var metrics = query.metrics();

        // Then
        assertThat(metrics).containsExactly("a_seconds_bucket", "d_total", "e:f", "up");
    }

    @Test
    void everyPanelIsWholeAndHasAPlaceOfItsOwn() throws IOException {
        // When
        var dashboards = Queries.dashboards();

        // Then
        assertThat(dashboards).hasSize(3);
        for (var file : dashboards) {
            var dashboard = Queries.read(file);
            assertThat(dashboard.path("uid").asText()).as("%s", file).startsWith("direct-peering-");
            var panels = Stream.of(dashboard.get("panels"))
                    .flatMap(JsonNode::valueStream)
                    .toList();
            assertThat(panels.stream().map(panel -> panel.get("id").asInt()))
                    .as("%s", file)
                    .doesNotHaveDuplicates();
            assertThat(panels.stream().flatMap(QueriesTest::squares))
                    .as("%s", file)
                    .doesNotHaveDuplicates();
            assertThat(panels).allSatisfy(panel -> {
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                assertThat(panel.get("targets")).isNotEmpty();
                assertThat(panel.at("/gridPos/x").asInt()
                                + panel.at("/gridPos/w").asInt())
                        .isLessThanOrEqualTo(24);
            });
        }
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        // When
        var rules = Queries.rules().at("/groups/0/rules");

        // Then
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/action").asText()).isNotBlank();
        });
    }

    /// Prometheus' own parser reads the alerts, and what panels ask as rules that record it.
    @Test
    void prometheusReadsAllOfThem(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(isThere(), "promtool is not here (Debian: prometheus), so PromQL is not parsed");
        // Given
        var alerts = folder.resolve("alerts.yaml").toFile();
        var panels = folder.resolve("panels.yaml").toFile();
        new YAMLMapper().writeValue(alerts, Queries.rules());
        new YAMLMapper().writeValue(panels, recording(Queries.all()));

        // When
        var check = new ProcessBuilder("promtool", "check", "rules", alerts.toString(), panels.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(check.getInputStream().readAllBytes());

        // Then
        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
        System.out.print(said);
    }

    private static Map<String, Object> recording(List<Query> queries) {
        var rules = IntStream.range(0, queries.size())
                .mapToObj(at -> Map.of(
                        "record",
                        "panel:" + at,
                        "expr",
                        queries.get(at).promql().replace("$__rate_interval", "5m")))
                .toList();
        return Map.of("groups", List.of(Map.of("name", "panels", "rules", rules)));
    }

    private static Stream<String> squares(JsonNode panel) {
        var at = panel.get("gridPos");
        return IntStream.range(0, at.get("w").asInt())
                .boxed()
                .flatMap(x -> IntStream.range(0, at.get("h").asInt())
                        .mapToObj(y ->
                                (at.get("x").asInt() + x) + "," + (at.get("y").asInt() + y)));
    }

    private static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }
}

package io.directpeering.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/// What dashboards and alerts ask Prometheus.
final class Queries {

    static final Path FOLDER = Path.of("../observability");

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Words of PromQL that look like a metric's name: operators and their modifiers.
    private static final Set<String> WORDS = Set.of("by", "without", "on", "ignoring", "or", "and", "unless", "offset");

    /// What stands beside names: labels and their values, ranges, the lists of `by`, words in quotes.
    private static final Pattern ASIDE =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)|\"[^\"]*\"");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w*\\s*\\()");

    private Queries() {}

    /// @param where for whoever has to find it
    record Query(String where, String promql) {

        Set<String> metrics() {
            var names = new TreeSet<String>();
            NAME.matcher(ASIDE.matcher(promql).replaceAll(" "))
                    .results()
                    .map(match -> match.group())
                    .filter(name -> !WORDS.contains(name))
                    .forEach(names::add);
            return names;
        }
    }

    static List<Path> dashboards() throws IOException {
        try (var files = Files.list(FOLDER.resolve("dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static JsonNode read(Path dashboard) throws IOException {
        return JSON.readTree(dashboard.toFile());
    }

    /// The rules, as Prometheus reads them.
    static JsonNode rules() throws IOException {
        return new YAMLMapper().readTree(FOLDER.resolve("alerts.yaml").toFile()).get("spec");
    }

    static List<Query> all() throws IOException {
        var all = new ArrayList<Query>();
        for (var dashboard : dashboards()) {
            for (var panel : read(dashboard).get("panels")) {
                var where = dashboard.getFileName() + ": " + panel.get("title").asText();
                panel.get("targets")
                        .forEach(target ->
                                all.add(new Query(where, target.get("expr").asText())));
            }
        }
        rules().get("groups")
                .forEach(group -> group.get("rules")
                        .forEach(rule -> all.add(new Query(
                                "alerts.yaml: " + rule.get("alert").asText(),
                                rule.get("expr").asText()))));
        return all;
    }
}

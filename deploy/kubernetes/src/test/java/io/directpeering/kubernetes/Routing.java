package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.local.gateway.Route;

/// A path leads to the service that the local gateway leads it to, expressions before the longest prefix. Looked at are
/// the paths of all endpoints, what lies beneath them, and some that lead nowhere.
final class Routing implements Check {

    private static final String PATH = "jakarta.ws.rs.Path";

    @Override
    public List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var path : paths()) {
            var here = target(manifests, path).orElse("nowhere");
            var local = switch (Route.of(path)) {
                case Route.To(var service) -> service.serviceName();
                case Route.Unknown() -> "nowhere";
                case Route.Ambiguous() -> throw new AssertionError(path + " is ambiguous.");
            };
            if (!here.equals(local)) {
                findings.add("%s leads to %s; the local gateway leads it to %s.".formatted(path, here, local));
            }
        }
        return findings;
    }

    /// Of every endpoint, its variables filled in.
    private static TreeSet<String> paths() {
        var paths = new TreeSet<>(List.of("/q/health", "/q/metrics", "/q/openapi", "/peeringsx", "/nothing"));
        Stream.of(Services.values())
                .flatMap(service -> service.classes().stream())
                .forEach(each -> each.tryGetAnnotationOfType(PATH)
                        .map(annotation -> (String) annotation.get("value").orElseThrow())
                        .ifPresent(root -> {
                            paths.add(filled(root));
                            each.getMethods()
                                    .forEach(method -> method.tryGetAnnotationOfType(PATH)
                                            .map(annotation -> (String)
                                                    annotation.get("value").orElseThrow())
                                            .ifPresent(path -> paths.add(filled(root + "/" + path))));
                        }));
        return paths;
    }

    private static String filled(String template) {
        return template.replaceAll("\\{[^}]+}", "1").replaceAll("/+", "/");
    }

    private static Optional<String> target(Manifests manifests, String path) {
        return manifests
                .all("HTTPRoute")
                .flatMap(route -> route.at("/spec/rules").valueStream())
                .flatMap(rule -> rule.path("matches")
                        .valueStream()
                        .filter(match -> fits(match.path("path"), path))
                        .map(match -> new Match(
                                rank(match.path("path")),
                                rule.at("/backendRefs/0/name").asText())))
                .max(Comparator.comparingInt(Match::rank))
                .map(Match::service);
    }

    private record Match(int rank, String service) {}

    private static int rank(JsonNode match) {
        return match.path("type").asText().equals("RegularExpression")
                ? Integer.MAX_VALUE
                : match.path("value").asText().length();
    }

    private static boolean fits(JsonNode match, String path) {
        var value = match.path("value").asText();
        return switch (match.path("type").asText()) {
            case "RegularExpression" -> Pattern.matches(value, path);
            case "PathPrefix" -> path.equals(value) || path.startsWith(value + "/");
            default -> throw new AssertionError("No path matches by " + match);
        };
    }
}

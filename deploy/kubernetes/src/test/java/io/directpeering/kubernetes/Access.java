package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/// Each service may do on the broker what its code does, and nothing else; a subscriber may read.
final class Access implements Check {

    private static final Set<String> READING = Set.of("Read", "Describe");

    @Override
    public List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var service : Services.values()) {
            if (manifests.has("KafkaUser", service.serviceName())) {
                compare(manifests.one("KafkaUser", service.serviceName()), service, findings);
            } else {
                findings.add("There is no KafkaUser/%s.".formatted(service.serviceName()));
            }
        }
        var services = Stream.of(Services.values()).map(Services::serviceName).collect(Collectors.toSet());
        manifests.all("KafkaUser").forEach(user -> {
            if (!services.contains(Manifests.name(user))) {
                onlyReads(user, findings);
            }
            showsACertificate(user, findings);
            rules(user, "topic", "literal")
                    .filter(rule -> !manifests.has("KafkaTopic", resource(rule)))
                    .forEach(rule -> findings.add("%s names the topic %s, which is not declared."
                            .formatted(Manifests.title(user), resource(rule))));
        });
        return findings;
    }

    private static void compare(JsonNode user, Services service, List<String> findings) {
        var use = Use.of(service);
        same(user, "reads", granted(user, "topic", "literal", "Read"), use.reads(), findings);
        same(user, "writes", granted(user, "topic", "literal", "Write"), use.writes(), findings);
        var internal = service == Services.REQUEST
                ? StreamsApplications.ids().stream().map(id -> id + "-").collect(Collectors.toSet())
                : Set.<String>of();
        same(user, "is of the groups", granted(user, "group", "literal", "Read"), use.groups(), findings);
        for (var operation : List.of("Create", "Read", "Write")) {
            same(user, operation, granted(user, "topic", "prefix", operation), internal, findings);
        }
        same(user, "has transactions of", granted(user, "transactionalId", "prefix", "Write"), internal, findings);
        same(user, "has groups beginning with", granted(user, "group", "prefix", "Read"), Set.of(), findings);
        same(user, "may create", granted(user, "topic", "literal", "Create"), Set.of(), findings);
        same(user, "may touch the cluster", granted(user, "cluster", "literal", "Alter"), Set.of(), findings);
        acls(user)
                .filter(rule -> operations(rule).stream()
                        .anyMatch(each -> !Set.of("Read", "Write", "Describe", "Create", "DescribeConfigs")
                                .contains(each)))
                .forEach(rule -> findings.add(
                        "%s may %s, which no code needs.".formatted(Manifests.title(user), operations(rule))));
    }

    private static void same(JsonNode user, String what, Set<String> granted, Set<String> used, List<String> findings) {
        if (!granted.equals(used)) {
            findings.add("%s %s %s; the code %s.".formatted(Manifests.title(user), what, granted, used));
        }
    }

    private static void onlyReads(JsonNode user, List<String> findings) {
        acls(user)
                .filter(rule -> !READING.containsAll(operations(rule)))
                .forEach(rule -> findings.add("%s may do more than read: %s of %s."
                        .formatted(Manifests.title(user), operations(rule), resource(rule))));
    }

    private static void showsACertificate(JsonNode user, List<String> findings) {
        if (!user.at("/spec/authentication/type").asText().equals("tls")) {
            findings.add("%s does not show a certificate.".formatted(Manifests.title(user)));
        }
    }

    private static Set<String> granted(JsonNode user, String type, String pattern, String operation) {
        return rules(user, type, pattern)
                .filter(rule -> operations(rule).contains(operation))
                .map(Access::resource)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> rules(JsonNode user, String type, String pattern) {
        return acls(user)
                .filter(rule -> rule.at("/resource/type").asText().equals(type))
                .filter(rule ->
                        rule.at("/resource/patternType").asText("literal").equals(pattern)
                                || (pattern.equals("literal")
                                        && rule.at("/resource/patternType").isMissingNode()));
    }

    private static Stream<JsonNode> acls(JsonNode user) {
        return user.at("/spec/authorization/acls").valueStream();
    }

    private static String resource(JsonNode rule) {
        return rule.at("/resource/name").asText();
    }

    private static List<String> operations(JsonNode rule) {
        return rule.path("operations").valueStream().map(JsonNode::asText).toList();
    }
}

package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/// What an object names is there: ConfigMaps, Secrets and their keys, accounts, volumes, ports, services, selectors.
final class References implements Check {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^)]+)\\)");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/.])/(etc|var/lib)/[\\w/.-]+");

    @Override
    public List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        sources(manifests, findings);
        manifests.workloads().forEach(workload -> {
            pod(workload, manifests, findings);
            workload.containers().forEach(container -> container(workload, container, manifests, findings));
        });
        services(manifests, findings);
        selectors(manifests, findings);
        routes(manifests, findings);
        addresses(manifests, findings);
        return findings;
    }

    private static void sources(Manifests manifests, List<String> findings) {
        var there = Sources.of(manifests);
        for (var named : Sources.named(manifests)) {
            var parts = named.split(" ", 2);
            if (!there.containsKey(parts[0])) {
                findings.add("%s is named, and nobody makes or brings it.".formatted(parts[0]));
            } else if (parts.length == 2 && !there.get(parts[0]).contains(parts[1])) {
                findings.add("%s has no key %s.".formatted(parts[0], parts[1]));
            }
        }
    }

    private static void pod(Workload workload, Manifests manifests, List<String> findings) {
        var account = workload.pod().path("serviceAccountName").asText();
        if (!manifests.has("ServiceAccount", account)) {
            findings.add("%s: there is no ServiceAccount %s.".formatted(workload.title(), account));
        }
        var headless = workload.object().at("/spec/serviceName");
        if (!headless.isMissingNode() && !manifests.has("Service", headless.asText())) {
            findings.add("%s: there is no Service %s.".formatted(workload.title(), headless));
        }
        var selector = workload.object().at("/spec/selector/matchLabels");
        if (!workload.isMeantBy(selector)) {
            findings.add("%s does not select its own pods.".formatted(workload.title()));
        }
    }

    private static void container(Workload workload, JsonNode container, Manifests manifests, List<String> findings) {
        var told = Workload.environment(container, manifests);
        var volumes = workload.volumes();
        var mounts = container.path("volumeMounts").valueStream().toList();
        mounts.stream()
                .map(mount -> mount.path("name").asText())
                .filter(name -> !volumes.contains(name))
                .forEach(name -> findings.add(
                        "%s mounts the volume %s, which it does not have.".formatted(workload.title(), name)));
        Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> container.at("/" + probe + "/httpGet/port"))
                .filter(port -> !port.isMissingNode() && !workload.hasPort(port.asText()))
                .forEach(port -> findings.add("%s: there is no port %s.".formatted(workload.title(), port)));
        var texts = Stream.concat(
                        told.values().stream(),
                        Stream.of("command", "args")
                                .flatMap(field -> container.path(field).valueStream())
                                .map(JsonNode::asText))
                .toList();
        variables(workload, container, manifests, findings);
        // A job is told the same as its service, of which it uses the database.
        if (!workload.title().startsWith("Job/")) {
            texts.stream()
                    .flatMap(text -> PATH.matcher(text).results())
                    .map(path -> path.group())
                    .filter(path -> mounts.stream()
                            .noneMatch(mount ->
                                    path.startsWith(mount.path("mountPath").asText())))
                    .filter(path -> !path.startsWith("/etc/catalogue") || Settings.reads(workload, "peering.catalogue"))
                    .forEach(path -> findings.add("%s: nothing is mounted at %s.".formatted(workload.title(), path)));
        }
    }

    /// A variable stands for what is set before it.
    private static void variables(Workload workload, JsonNode container, Manifests manifests, List<String> findings) {
        var own = container
                .path("env")
                .valueStream()
                .map(entry -> entry.path("name").asText())
                .toList();
        var before = new HashSet<>(Workload.environment(container, manifests).keySet());
        before.removeAll(own);
        var texts = new ArrayList<Map.Entry<String, String>>();
        container
                .path("env")
                .forEach(entry -> texts.add(Map.entry(
                        entry.path("name").asText(), entry.path("value").asText())));
        Stream.of("command", "args")
                .flatMap(field -> container.path(field).valueStream())
                .forEach(word -> texts.add(Map.entry("", word.asText())));
        for (var text : texts) {
            VARIABLE.matcher(text.getValue())
                    .results()
                    .map(variable -> variable.group(1))
                    .filter(variable -> !before.contains(variable))
                    .forEach(variable -> findings.add(
                            "%s: $(%s) is not set, or not before it is used.".formatted(workload.title(), variable)));
            before.add(text.getKey());
        }
    }

    private static void services(Manifests manifests, List<String> findings) {
        manifests.all("Service").forEach(service -> {
            var meant = manifests
                    .workloads()
                    .filter(workload -> workload.isMeantBy(service.at("/spec/selector")))
                    .toList();
            service.at("/spec/ports").forEach(port -> {
                if (meant.stream()
                        .noneMatch(workload ->
                                workload.hasPort(port.path("targetPort").asText()))) {
                    findings.add("%s leads to no port %s.".formatted(Manifests.title(service), port.get("targetPort")));
                }
            });
        });
        manifests.all("HorizontalPodAutoscaler").forEach(scaler -> {
            var target = scaler.at("/spec/scaleTargetRef");
            if (!manifests.has(target.path("kind").asText(), target.path("name").asText())) {
                findings.add("%s scales %s, which is not there.".formatted(Manifests.title(scaler), target));
            }
        });
    }

    private static void selectors(Manifests manifests, List<String> findings) {
        var selectors = Stream.concat(
                manifests
                        .all("PodDisruptionBudget")
                        .map(each -> new Selector(Manifests.title(each), each.at("/spec/selector/matchLabels"))),
                manifests
                        .all("NetworkPolicy")
                        .flatMap(policy -> policy.findParents("podSelector").stream()
                                .map(parent ->
                                        new Selector(Manifests.title(policy), parent.at("/podSelector/matchLabels")))));
        selectors
                // Pods of Kafka are made by Strimzi.
                .filter(each -> each.labels().properties().stream()
                        .noneMatch(label -> label.getKey().startsWith("strimzi.io/")))
                .filter(each -> manifests.workloads().noneMatch(workload -> workload.isMeantBy(each.labels())))
                .forEach(each -> findings.add("%s selects %s: no pod is so.".formatted(each.title(), each.labels())));
        manifests
                .all("ServiceMonitor")
                .forEach(monitor -> monitor.at("/spec/selector/matchExpressions")
                        .forEach(expression -> expression.path("values").forEach(value -> {
                            if (!manifests.has("Service", value.asText())) {
                                findings.add("%s looks for the Service %s.".formatted(Manifests.title(monitor), value));
                            }
                        })));
    }

    private record Selector(String title, JsonNode labels) {}

    private static void routes(Manifests manifests, List<String> findings) {
        manifests.all("HTTPRoute").forEach(route -> {
            route.at("/spec/parentRefs").forEach(parent -> {
                if (manifests
                        .all("Gateway")
                        .filter(gateway -> Manifests.name(gateway)
                                .equals(parent.path("name").asText()))
                        .flatMap(gateway -> gateway.at("/spec/listeners").valueStream())
                        .noneMatch(listener -> listener.get("name").equals(parent.get("sectionName")))) {
                    findings.add("%s hangs on %s, which is not there.".formatted(Manifests.title(route), parent));
                }
            });
            route.findParents("backendRefs").stream()
                    .flatMap(rule -> rule.path("backendRefs").valueStream())
                    .filter(backend -> !serves(
                            manifests,
                            backend.path("name").asText(),
                            backend.path("port").asInt()))
                    .forEach(backend -> findings.add(
                            "%s leads to %s, which is not there.".formatted(Manifests.title(route), backend)));
        });
    }

    private static boolean serves(Manifests manifests, String service, int port) {
        return manifests
                .all("Service")
                .filter(each -> Manifests.name(each).equals(service))
                .flatMap(each -> each.at("/spec/ports").valueStream())
                .anyMatch(each -> each.path("port").asInt() == port);
    }

    /// Where services find Kafka and the registry.
    private static void addresses(Manifests manifests, List<String> findings) {
        var suite = manifests.one("ConfigMap", "suite").path("data");
        var kafka = suite.path("KAFKA_BOOTSTRAP_SERVERS").asText();
        if (manifests
                .all("Kafka")
                .noneMatch(each -> each.at("/spec/kafka/listeners")
                        .valueStream()
                        .anyMatch(listener -> kafka.equals("%s-kafka-bootstrap:%d"
                                .formatted(
                                        Manifests.name(each),
                                        listener.path("port").asInt()))))) {
            findings.add("ConfigMap/suite: no Kafka listens at %s.".formatted(kafka));
        }
        var registry = suite.path("PEERING_REGISTRY_URL").asText();
        if (manifests
                .all("Service")
                .noneMatch(each -> each.at("/spec/ports")
                        .valueStream()
                        .anyMatch(port -> registry.startsWith("http://%s:%d/"
                                .formatted(
                                        Manifests.name(each), port.path("port").asInt()))))) {
            findings.add("ConfigMap/suite: no Service is at %s.".formatted(registry));
        }
        manifests.all("KafkaTopic", "KafkaUser", "KafkaNodePool").forEach(each -> {
            if (!manifests.has(
                    "Kafka",
                    each.at("/metadata/labels").path("strimzi.io/cluster").asText())) {
                findings.add("%s is of no cluster that is there.".formatted(Manifests.title(each)));
            }
        });
    }
}

package io.directpeering.kubernetes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

/// Every setting of the suite's own that a pod is told is one that some service's code has; each service listens where
/// its manifest says; one that cannot start without a setting is told it.
final class Settings implements Check {

    private static final String PROPERTY = "org.eclipse.microprofile.config.inject.ConfigProperty";
    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(peering\\.[^:}]+)");

    @Override
    public List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        var known = Stream.of(Services.values())
                .flatMap(service -> known(service).stream())
                .map(Settings::variable)
                .collect(Collectors.toSet());
        manifests
                .workloads()
                .forEach(workload -> workload.containers()
                        .forEach(container -> Workload.environment(container, manifests).keySet().stream()
                                .filter(name -> name.startsWith("PEERING_") && !known.contains(name))
                                .forEach(name -> findings.add(
                                        "%s: no service has the setting %s.".formatted(workload.title(), name)))));
        for (var service : Services.values()) {
            manifests
                    .workloads()
                    .filter(workload -> Manifests.name(workload.object()).equals(service.serviceName()))
                    .forEach(workload -> listening(workload, service, findings));
        }
        return findings;
    }

    private static void listening(Workload workload, Services service, List<String> findings) {
        var port = service.config().getValue("quarkus.http.port", int.class);
        if (workload.containers()
                .flatMap(container -> container.path("ports").valueStream())
                .noneMatch(each -> each.path("containerPort").asInt() == port)) {
            findings.add("%s: the service listens on %d.".formatted(workload.title(), port));
        }
    }

    /// Whether the service that a workload runs has this setting.
    static boolean reads(Workload workload, String property) {
        return Stream.of(Services.values())
                .filter(service -> service.serviceName().equals(Manifests.name(workload.object())))
                .anyMatch(service -> known(service).contains(property));
    }

    private static Set<String> known(Services service) {
        var known = new HashSet<String>();
        service.classes().forEach(each -> {
            each.tryGetAnnotationOfType(MAPPING)
                    .ifPresent(mapping -> each.getMethods()
                            .forEach(method ->
                                    known.add(mapping.get("prefix").orElseThrow() + "." + dashed(method.getName()))));
            properties(each).forEach(known::add);
        });
        // As they are written: what a setting is made of is a setting, too.
        StreamSupport.stream(service.config().getConfigSources().spliterator(), false)
                .flatMap(source -> source.getProperties().values().stream())
                .flatMap(value -> EXPRESSION.matcher(value).results())
                .forEach(found -> known.add(found.group(1)));
        return known;
    }

    private static Stream<String> properties(JavaClass each) {
        return each.getCodeUnits().stream()
                .map(JavaCodeUnit::getParameterAnnotations)
                .flatMap(parameters -> parameters.stream().flatMap(Set::stream))
                .filter(annotation -> annotation.getRawType().getName().equals(PROPERTY))
                .map(annotation -> (String) annotation.get("name").orElseThrow());
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}

package io.directpeering.kubernetes;

import java.util.Set;
import java.util.stream.Collectors;

/// What the settings of request-service's applications of Kafka Streams say unless somebody says otherwise.
final class StreamsApplications {

    private static final Set<String> SETTINGS = Set.of("JudgeSettings", "HistorianSettings");

    private StreamsApplications() {}

    /// Consumer groups, and what names of changelogs and transactions begin with.
    static Set<String> ids() {
        return Services.REQUEST.classes().stream()
                .filter(each -> SETTINGS.contains(each.getSimpleName()))
                .map(settings -> settings.getMethod("applicationId")
                        .getAnnotationOfType("io.smallrye.config.WithDefault")
                        .get("value")
                        .orElseThrow())
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}

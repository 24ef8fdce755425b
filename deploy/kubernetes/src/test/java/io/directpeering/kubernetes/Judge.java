package io.directpeering.kubernetes;

/// What the settings of the judge, and of the tables for analysts, say unless somebody says otherwise.
final class Judge {

    private Judge() {}

    /// Consumer group, and what names of changelogs and transactions begin with.
    static String applicationId() {
        return byDefault("JudgeSettings", "applicationId");
    }

    /// Consumer group of the tables; that of their sessions begins with it.
    static String tablesGroup() {
        return byDefault("AnalysisSettings", "groupId");
    }

    private static String byDefault(String mapping, String setting) {
        return Services.REQUEST.classes().stream()
                .filter(each -> each.getSimpleName().equals(mapping))
                .map(settings -> settings.getMethod(setting)
                        .getAnnotationOfType("io.smallrye.config.WithDefault")
                        .get("value")
                        .orElseThrow())
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
    }
}

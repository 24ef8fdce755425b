package io.directpeering.kubernetes;

/// What a setting of request-service says unless somebody says otherwise.
final class Default {

    private Default() {}

    /// @param mapping the interface that the setting is read through
    static String of(String mapping, String setting) {
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

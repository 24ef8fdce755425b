package io.directpeering.kubernetes;

/// What the judge's settings say unless somebody says otherwise.
final class Judge {

    private Judge() {}

    /// Consumer group, and what names of changelogs and transactions begin with.
    static String applicationId() {
        return Services.REQUEST.classes().stream()
                .filter(each -> each.getSimpleName().equals("JudgeSettings"))
                .map(settings -> settings.getMethod("applicationId")
                        .getAnnotationOfType("io.smallrye.config.WithDefault")
                        .get("value")
                        .orElseThrow())
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
    }
}

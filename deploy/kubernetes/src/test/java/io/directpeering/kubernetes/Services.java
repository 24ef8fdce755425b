package io.directpeering.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.directpeering.schemas.Topics;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

/// The four services as their code and their settings tell of them.
enum Services {
    REQUEST(Topics.REQUEST_SERVICE, "io.directpeering.request"),
    APPROVAL(Topics.APPROVAL_SERVICE, "io.directpeering.approval"),
    PROVISIONING(Topics.PROVISIONING_SERVICE, "io.directpeering.provisioning"),
    NOTIFICATION(Topics.NOTIFICATION_SERVICE, "io.directpeering.notification");

    private static final int APPLICATION = 250;
    private static final int LIBRARY = 100;

    private static final String OUTCOMES = "io.directpeering.outcomes";
    private static final String HTTP = "io.directpeering.http";
    private static final String INTAKE = "io.directpeering.intake";

    /// Read once, of all of them: it is what takes time.
    private static final class Code {
        private static final JavaClasses ALL = new ClassFileImporter()
                .importPackages(Stream.concat(
                                Stream.of(values()).map(service -> service.code), Stream.of(OUTCOMES, HTTP, INTAKE))
                        .toArray(String[]::new));
    }

    private final String serviceName;
    private final String code;
    private final SmallRyeConfig config;

    Services(String serviceName, String code) {
        this.serviceName = serviceName;
        this.code = code;
        this.config = config(serviceName);
    }

    String serviceName() {
        return serviceName;
    }

    /// What it consists of, with the libraries of the suite that bring channels or settings.
    JavaClasses classes() {
        // Whether it follows outcomes, its code shows.
        var follows = Code.ALL.that(resideInAPackage(code + "..")).stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .anyMatch(on -> on.getTargetClass().getPackageName().equals(OUTCOMES));
        return Code.ALL.that(
                resideInAnyPackage(code + "..", HTTP + "..", INTAKE + "..", follows ? OUTCOMES + ".." : INTAKE));
    }

    /// Its settings, as it comes.
    SmallRyeConfig config() {
        return config;
    }

    private static SmallRyeConfig config(String serviceName) {
        var builder = new SmallRyeConfigBuilder().addDefaultInterceptors();
        resources("application.properties")
                .filter(each -> each.getPath().contains("/" + serviceName))
                .forEach(each -> builder.withSources(source(each, APPLICATION)));
        resources("META-INF/microprofile-config.properties")
                .filter(each -> each.getPath().contains("/schemas"))
                .forEach(each -> builder.withSources(source(each, LIBRARY)));
        return builder.build();
    }

    private static Stream<URL> resources(String name) {
        try {
            return Collections.list(Services.class.getClassLoader().getResources(name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PropertiesConfigSource source(URL url, int ordinal) {
        try {
            return new PropertiesConfigSource(url, ordinal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.directpeering.http.problem;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses query parameters that nobody reads, and those without a value: a mistyped filter, or one whose value was
/// lost, would otherwise list everything.
class KnownParameters {

    @ServerRequestFilter
    void check(ResourceInfo resource, UriInfo uri) {
        var given = uri.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var known = known(resource.getResourceMethod());
        var violations = new Violations();
        given.forEach((parameter, values) -> {
            var isKnown = violations.check(
                    known.contains(parameter),
                    parameter,
                    known.isEmpty()
                            ? "is not known; there are no parameters here"
                            : "is not known; there are " + known);
            violations.check(
                    !isKnown || values.stream().noneMatch(String::isEmpty),
                    parameter,
                    "is empty; give it a value or leave it out");
        });
        violations.refuseIfAny();
    }

    private static Set<String> known(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .map(each -> each.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}

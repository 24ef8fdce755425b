package io.directpeering.http.rate;

import java.util.Optional;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Turns away who asks too much, and says when to come again. A principal is known by its name, a public caller by its
/// address.
class RateLimit {

    private final Buckets buckets;
    private final RateSettings settings;
    private final Instance<SecurityIdentity> identity;

    RateLimit(RateSettings settings, Instance<SecurityIdentity> identity) {
        this.buckets = new Buckets(settings.perSecond(), settings.burst());
        this.settings = settings;
        this.identity = identity;
    }

    @ServerRequestFilter
    Optional<Response> check(HttpServerRequest request) {
        var wait = buckets.take(caller(request));
        return wait.isZero()
                ? Optional.empty()
                : Optional.of(HttpProblem.builder()
                        .withStatus(Status.TOO_MANY_REQUESTS)
                        .withTitle("Too many requests")
                        .withDetail("One caller may make %d requests per second, %d at once after a rest."
                                .formatted(settings.perSecond(), settings.burst()))
                        .withHeader(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                        .build()
                        .toResponse());
    }

    private String caller(HttpServerRequest request) {
        var known = identity.get();
        if (!known.isAnonymous()) {
            return "principal " + known.getPrincipal().getName();
        }
        var address = request.remoteAddress();
        return "address " + (address == null ? "" : address.hostAddress());
    }
}

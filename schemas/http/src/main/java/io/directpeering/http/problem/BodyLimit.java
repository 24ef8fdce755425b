package io.directpeering.http.problem;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Says why a body that announces itself as too large is not taken. The server's own limit, which comes after, closes
/// the connection without a word.
@Singleton
final class BodyLimit {

    private static final int AHEAD_OF_THE_SERVERS_LIMIT = 100;

    private final long maxBytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.maxBytes = maxBodySize.asLongValue();
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, AHEAD_OF_THE_SERVERS_LIMIT);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length == null || length.length() < 19 && Long.parseLong(length) <= maxBytes) {
            context.next();
            return;
        }
        var tooLarge = HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        }
        context.response()
                .setStatusCode(tooLarge.code())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("status", tooLarge.code())
                        .put("title", tooLarge.reasonPhrase())
                        .put("detail", "The body is too large; at most " + maxBytes + " bytes are taken.")
                        .encode());
    }
}

package io.directpeering.http.path;

import java.util.regex.Pattern;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Refuses paths that a proxy, the router and the resources might read differently: with matrix parameters, empty or
/// dot segments, or separators and control characters in disguise. No address of ours needs any of these, and what
/// is meant by them is a way around somebody's rules.
@Singleton
final class PlainPaths {

    private static final int AHEAD_OF_ALL = 200;

    private static final Pattern AMBIGUOUS = Pattern.compile(
            ";|//|\\\\|/\\.{1,2}(/|$)|%(?:3b|2f|5c|2e|25|7f|[01][0-9a-f]|c0|c1)", Pattern.CASE_INSENSITIVE);

    void install(@Observes Filters filters) {
        filters.register(PlainPaths::check, AHEAD_OF_ALL);
    }

    private static void check(RoutingContext context) {
        var path = context.request().path();
        if (path == null || !isPlain(path)) {
            refuse(context);
        } else {
            context.next();
        }
    }

    static boolean isPlain(String path) {
        return !AMBIGUOUS.matcher(path).find();
    }

    private static void refuse(RoutingContext context) {
        var status = HttpResponseStatus.BAD_REQUEST;
        context.response()
                .setStatusCode(status.code())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("status", status.code())
                        .put("title", "The path is not plain")
                        .put(
                                "detail",
                                "Nothing was looked at. Write the path without semicolons, empty or dot segments,"
                                        + " and encoded separators or control characters; /q/openapi lists the paths.")
                        .encode());
    }
}

package io.directpeering.request.peering;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.directpeering.http.problem.NotNow;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/// Has the current request answered by the instance that holds the peering it is about: asks that one, once, and
/// passes its answer on. The client is never sent to an address that only the inside knows.
@Singleton
class Hop {

    /// Longer than any instance waits for what it is asked for.
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private static final List<String> PASSED_ON = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            FreshnessHeader.NAME);

    private final Neighbours neighbours;
    private final CurrentVertxRequest current;

    Hop(Neighbours neighbours, CurrentVertxRequest current) {
        this.neighbours = neighbours;
        this.current = current;
    }

    Hopped hopped() {
        return Hopped.of(context());
    }

    /// The holder's answer; empty: it has none, and nothing was done by asking.
    ///
    /// @param body what the client said, for it has been read by now; null: nothing
    /// @throws NotNow it may have done something, and did not answer
    Optional<Response> toHolder(HostInfo holder, @Nullable Object body) {
        return ask(holder, Hopped.HELD, body);
    }

    /// The answer of the first that can tell of its copy; empty: none can.
    Optional<Response> toCopies(List<HostInfo> having) {
        return having.stream()
                .flatMap(each -> ask(each, Hopped.COPY, null).stream())
                .findFirst();
    }

    private Optional<Response> ask(HostInfo host, String mark, @Nullable Object body) {
        var context = context();
        try {
            var answer = neighbours.ask(context, host, mark, body, TIMEOUT);
            return answer.statusCode() == Status.SERVICE_UNAVAILABLE.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(passedOn(answer));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (HttpMethod.GET.equals(context.request().method())) {
                return Optional.empty();
            }
            throw new NotNow(
                    Duration.ofSeconds(1),
                    "The instance that holds the peering was lost before it answered. Look whether the request took"
                            + " effect before sending it again, or send it under its Idempotency-Key.");
        }
    }

    private RoutingContext context() {
        return current.getCurrent();
    }

    private static Response passedOn(HttpResponse<String> answer) {
        var response = Response.status(answer.statusCode());
        if (!answer.body().isEmpty()) {
            response.entity(answer.body());
        }
        for (var header : PASSED_ON) {
            answer.headers().firstValue(header).ifPresent(value -> response.header(header, value));
        }
        return response.build();
    }
}

package io.directpeering.request.peering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.idempotency.KeyReader;
import io.directpeering.http.problem.NotNow;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Answers for a peering that another instance holds: asks that one, once, and passes its answer on. The client is
/// never sent to an address that only the inside knows.
class Hop {

    static final String HOPPED = "X-Peering-Hop";
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final List<String> ASKED_WITH = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            KeyReader.HEADER);
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper json;

    Hop(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    Response hop(HeldElsewhere held, RoutingContext context) throws JsonProcessingException {
        if (context.request().getHeader(HOPPED) != null) {
            return new NotNow(RETRY_AFTER, "The peering is moving between instances. Ask again.").toResponse();
        }
        try {
            return passedOn(http.send(asked(held, context), BodyHandlers.ofString()));
        } catch (IOException e) {
            return unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable();
        }
    }

    private HttpRequest asked(HeldElsewhere held, RoutingContext context) throws JsonProcessingException {
        var request = context.request();
        var host = held.host();
        var hop = HttpRequest.newBuilder(URI.create("http://" + host.host() + ":" + host.port() + request.uri()))
                .timeout(TIMEOUT)
                .header(HOPPED, "1")
                .method(request.method().name(), body(held.body()));
        for (var header : ASKED_WITH) {
            request.headers().getAll(header).forEach(value -> hop.header(header, value));
        }
        return hop.build();
    }

    private HttpRequest.BodyPublisher body(@Nullable Object body) throws JsonProcessingException {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
    }

    private static Response passedOn(HttpResponse<String> answer) {
        var response = Response.status(answer.statusCode()).entity(answer.body());
        for (var header : PASSED_ON) {
            answer.headers().firstValue(header).ifPresent(value -> response.header(header, value));
        }
        return response.build();
    }

    private static Response unreachable() {
        return new NotNow(RETRY_AFTER, "The instance that holds the peering does not answer. Ask again.").toResponse();
    }
}

package io.directpeering.request.peering;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.http.idempotency.KeyReader;
import io.vertx.ext.web.RoutingContext;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/// Asks another instance what this one is asked: the same request, in the caller's name, marked so that it is not asked
/// any further.
@Singleton
class Neighbours {

    /// Marks a request that comes from another instance, and says what it is asked for; see [Hopped].
    static final String HOPPED = "X-Peering-Hop";

    private static final List<String> ASKED_WITH = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            KeyReader.HEADER);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ObjectMapper json;

    Neighbours(ObjectMapper json) {
        this.json = json;
    }

    /// @param mark what it is asked for, as [Hopped] reads it
    /// @param body what the client said; null: nothing
    /// @throws java.net.ConnectException                   it was not told anything
    /// @throws java.net.http.HttpConnectTimeoutException   neither
    /// @throws IOException                                 it may have been told, and did not answer
    HttpResponse<String> ask(
            RoutingContext context, HostInfo host, String mark, @Nullable Object body, Duration timeout)
            throws IOException {
        var request = context.request();
        var hop = HttpRequest.newBuilder(URI.create("http://" + host.host() + ":" + host.port() + request.uri()))
                .timeout(timeout)
                .header(HOPPED, mark)
                .method(request.method().name(), body(body));
        for (var header : ASKED_WITH) {
            request.headers().getAll(header).forEach(value -> hop.header(header, value));
        }
        return send(hop);
    }

    /// Reads what another instance holds, in the caller's name.
    ///
    /// @throws IOException it did not answer
    HttpResponse<String> read(RoutingContext context, HostInfo host, String path, Duration timeout) throws IOException {
        var asked = HttpRequest.newBuilder(URI.create("http://" + host.host() + ":" + host.port() + path))
                .timeout(timeout)
                .header(HOPPED, Hopped.HELD)
                .GET();
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            asked.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return send(asked);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while another instance was asked", e);
        }
    }

    private HttpRequest.BodyPublisher body(@Nullable Object body) throws JsonProcessingException {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
    }
}

package io.directpeering.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Scale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The gateway before servers that answer, that are away, and that hang up.
class GatewayIT {

    /// Away from a suite that runs, and below the ports that the system hands out.
    private static final Layout LAYOUT =
            new Layout(Path.of(""), Path.of(""), ThreadLocalRandom.current().nextInt(9_000, 16_000));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final AtomicInteger streaming = new AtomicInteger();

    @BeforeEach
    void openGateway() throws Exception {
        opened.add(Gateway.start(LAYOUT, Scale.SINGLE));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void requestAndAnswerPassUnchanged() throws Exception {
        // Given
        serve(Port.REQUEST_SERVICE);

        // When
        var answer = send("POST", "/peerings?dry=a%2Fb&x=1", "{\"name\":\"ü\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("POST /peerings?dry=a%2Fb&x=1 noc@peer {\"name\":\"ü\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void serviceThatIsAwayIsAProblemWithRetryAfter() throws Exception {
        // When
        var answer = send("POST", "/peerings", "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("request-service");
    }

    @Test
    void serviceThatHangsUpLeavesTheOutcomeOpen() throws Exception {
        // Given
        var server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), LAYOUT.port(Port.APPROVAL_SERVICE)));
        opened.add(server);
        Thread.ofVirtual().start(() -> hangUp(server));

        // When
        var answer = send("POST", "/reviews/1/approve", "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void unknownPathIsAProblem() throws Exception {
        // When
        var answer = send("GET", "/q/metrics", "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void pathTrickReachesNobody() throws Exception {
        // Given
        serve(Port.REQUEST_SERVICE);

        // When
        var answer = raw("GET /peerings/../q/metrics HTTP/1.1");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void streamsPassAsTheyComeAndTakeNoPlaceFromOthers() throws Exception {
        // Given
        serve(Port.REQUEST_SERVICE);
        var streams = new ArrayList<InputStream>();

        // When
        for (int stream = 0; stream < 100; stream++) {
            streams.add(http.send(
                            HttpRequest.newBuilder(address("/peerings/stream")).build(), BodyHandlers.ofInputStream())
                    .body());
        }

        // Then
        for (var stream : streams) {
            assertThat(new String(stream.readNBytes(8), UTF_8)).isEqualTo(": open\n\n");
        }
        assertThat(send("POST", "/peerings", "{}").statusCode()).isEqualTo(201);
        assertThat(streaming).hasValue(100);
    }

    @Test
    void streamPassesOverHttp2() throws Exception {
        // Given
        serve(Port.REQUEST_SERVICE);
        try (var http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {

            // When
            var answer = http2.send(
                    HttpRequest.newBuilder(address("/peerings/stream")).build(), BodyHandlers.ofInputStream());

            // Then
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            try (var stream = answer.body()) {
                assertThat(new String(stream.readNBytes(8), UTF_8)).isEqualTo(": open\n\n");
            }
            http2.shutdownNow();
        }
    }

    @Test
    void theServiceHearsThatAListenerHasGone() throws Exception {
        // Given
        serve(Port.REQUEST_SERVICE);
        var stream = http.send(
                        HttpRequest.newBuilder(address("/peerings/stream")).build(), BodyHandlers.ofInputStream())
                .body();
        assertThat(stream.readNBytes(8)).hasSize(8);

        // When
        stream.close();

        // Then
        await().until(() -> streaming.get() == 0);
    }

    private URI address(String path) {
        return URI.create(LAYOUT.url(Port.GATEWAY) + path);
    }

    /// Says every now and then that it is there, for as long as somebody listens.
    private void stream(HttpExchange exchange) throws IOException {
        streaming.incrementAndGet();
        try (exchange;
                var body = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, 0);
            while (!Thread.currentThread().isInterrupted()) {
                body.write(": open\n\n".getBytes(UTF_8));
                body.flush();
                LockSupport.parkNanos(100_000_000);
            }
        } finally {
            streaming.decrementAndGet();
        }
    }

    private void serve(Port port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), LAYOUT.port(port)), 0);
        server.createContext("/", GatewayIT::echo);
        server.createContext("/peerings/stream", this::stream);
        server.setExecutor(each -> Thread.ofVirtual().start(each));
        server.start();
        opened.add(() -> server.stop(0));
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var body = "%s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("X-Forwarded-User"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .getBytes(UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        exchange.sendResponseHeaders(201, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void hangUp(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().read(new byte[64]);
        } catch (IOException e) {
            // The test is over.
        }
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(LAYOUT.url(Port.GATEWAY) + path))
                .header("X-Forwarded-User", "noc@peer")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// A client of the JDK's would not send it so.
    private static String raw(String requestLine) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), LAYOUT.port(Port.GATEWAY))) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}

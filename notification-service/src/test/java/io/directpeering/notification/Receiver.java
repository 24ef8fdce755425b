package io.directpeering.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Somebody's receiver of webhooks.
public final class Receiver implements AutoCloseable {

    /// One post, as it came.
    public record Message(HttpHeaders headers, String body) {

        public String id() {
            return headers.firstValue("webhook-id").orElse("");
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /// Whether the receiver that has this secret believes it.
        public boolean verifiedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            } catch (EmptyWebhookSecretException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile Duration pause = Duration.ZERO;
    private volatile int answerBytes;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?of=peerings";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public Receiver answering(int with) {
        status = with;
        return this;
    }

    public Receiver pausing(Duration before) {
        pause = before;
        return this;
    }

    public Receiver talking(int bytes) {
        answerBytes = bytes;
        return this;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            messages.add(new Message(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            Thread.sleep(pause);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            if (answerBytes > 0) {
                exchange.sendResponseHeaders(status, answerBytes);
                exchange.getResponseBody().write(new byte[answerBytes]);
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

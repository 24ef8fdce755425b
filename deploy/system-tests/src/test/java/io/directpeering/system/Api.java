package io.directpeering.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Speaks to the suite over its gateway.
///
/// @param token of whoever speaks
/// @param tally       told of every answer
/// @param traceparent what its calls say they are a part of; null: nothing
record Api(
        String gateway, String token, Tally tally, @Nullable String traceparent) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Api(String gateway, String token) {
        this(gateway, token, new Tally(), null);
    }

    /// The same caller, whose calls say that they are a part of this.
    Api in(String trace) {
        return new Api(gateway, token, tally, trace);
    }

    /// @param status 0: nobody answered
    record Answer(int status, JsonNode body) {

        boolean accepted() {
            return status / 100 == 2;
        }

        /// Whether the same call may do better later: nobody answered, or a part was away.
        boolean worthAnotherTry() {
            return status == 0 || status >= 500;
        }
    }

    /// An answer as it came, whatever it is.
    record Text(int status, String text) {}

    /// Reads what need not be JSON.
    Text text(String path) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Text(response.statusCode(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("GET " + path, e);
        }
    }

    /// Reads the beginning of an answer that has no end.
    Text beginning(String path, Duration during) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .build();
        var status = new AtomicInteger();
        var read = new StringBuffer();
        var answer = HTTP.sendAsync(request, head -> {
            status.set(head.statusCode());
            return BodySubscribers.ofByteArrayConsumer(
                    bytes -> bytes.ifPresent(each -> read.append(new String(each, UTF_8))));
        });
        try {
            answer.get(during.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("GET " + path, e);
        }
        return new Text(status.get(), read.toString());
    }

    /// A document for people.
    byte[] pdf(String path) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/pdf")
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("GET " + path, e);
        }
    }

    Answer get(String path) {
        return call("GET", path, null, null);
    }

    Answer post(String path, String body) {
        return call("POST", path, body, null);
    }

    /// Under an idempotency key.
    Answer post(String path, String body, String key) {
        return call("POST", path, body, key);
    }

    Answer put(String path, String body) {
        return call("PUT", path, body, null);
    }

    Answer delete(String path) {
        return call("DELETE", path, null, null);
    }

    private Answer call(String method, String path, @Nullable String body, @Nullable String key) {
        var sent = System.nanoTime();
        var answer = asked(method, path, body, key);
        tally.add(method + " " + path, answer, System.nanoTime() - sent);
        return answer;
    }

    private Answer asked(String method, String path, @Nullable String body, @Nullable String key) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            return new Answer(response.statusCode(), text.isEmpty() ? JSON.missingNode() : JSON.readTree(text));
        } catch (IOException e) {
            return new Answer(0, JSON.missingNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, JSON.missingNode());
        }
    }
}

package io.directpeering.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.local.issuer.Person;
import io.directpeering.local.issuer.Tokens;
import org.jspecify.annotations.Nullable;

/// The suite's HTTP API, as anybody can call it.
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final Tokens tokens;

    Api(String gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /// What came back.
    ///
    /// @param call for people: method and path
    /// @param body a missing node where there is none
    record Answer(String call, int status, JsonNode body, Optional<String> location, long tookMs) {

        /// @throws Deviation it is another one
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new Deviation(call, wanted, status + " " + body);
            }
            return this;
        }
    }

    Answer get(Person caller, String path) {
        return send("GET", path, caller, null);
    }

    Answer put(Person caller, String path, JsonNode body) {
        return send("PUT", path, caller, body);
    }

    Answer post(Person caller, String path, JsonNode body) {
        return send("POST", path, caller, body);
    }

    Answer delete(Person caller, String path) {
        return send("DELETE", path, caller, null);
    }

    /// A document for people.
    Answer document(Person caller, String path) {
        return send("GET", path, caller, null, "Accept", "application/pdf");
    }

    /// Deletes only what stands at this sequence (If-Match).
    Answer deleteIf(Person caller, String path, long sequence) {
        return send("DELETE", path, caller, null, "If-Match", "\"" + sequence + "\"");
    }

    private Answer send(String method, String path, Person caller, @Nullable JsonNode body, String... headers) {
        var call = method + " " + path;
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json");
        request.header("Authorization", "Bearer " + tokens.of(caller));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        var begun = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            var tookMs = (System.nanoTime() - begun) / 1_000_000;
            return new Answer(
                    call,
                    response.statusCode(),
                    json(response),
                    response.headers().firstValue("Location"),
                    tookMs);
        } catch (IOException e) {
            throw new Deviation(call, "an answer in JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Deviation(call, "an answer", "an interruption");
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return response.headers().firstValue("Content-Type").orElse("").contains("json")
                ? JSON.readTree(response.body())
                : JSON.missingNode();
    }
}

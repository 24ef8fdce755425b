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
import org.jspecify.annotations.Nullable;

/// The suite's HTTP API, as anybody can call it.
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// A proxy that authenticates sets it; here nobody does.
    private static final String ACTOR = "X-Forwarded-User";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;

    Api(String gateway) {
        this.gateway = gateway;
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

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer put(String actor, String path, JsonNode body) {
        return send("PUT", path, actor, body);
    }

    Answer post(String actor, String path, JsonNode body) {
        return send("POST", path, actor, body);
    }

    Answer delete(String actor, String path) {
        return send("DELETE", path, actor, null);
    }

    private Answer send(String method, String path, @Nullable String actor, @Nullable JsonNode body) {
        var call = method + " " + path;
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json");
        if (actor != null) {
            request.header(ACTOR, actor);
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
                    JSON.readTree(response.body()),
                    response.headers().firstValue("Location"),
                    tookMs);
        } catch (IOException e) {
            throw new Deviation(call, "an answer in JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Deviation(call, "an answer", "an interruption");
        }
    }
}

package io.directpeering.approval.manners;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/// What an operator asks with headers of its own.
record Asked(String who, Map<String, String> headers) {

    static Asked by(String who) {
        return new Asked(who, Map.of());
    }

    Asked with(String header, String value) {
        return new Asked(who, Map.of(header, value));
    }

    Response gets(String path) {
        return RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator(who))
                .headers(headers)
                .get(path);
    }

    String tag(String path) {
        return gets(path).header("ETag");
    }

    Response posts(String path, Map<String, ?> body) {
        return RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator(who))
                .headers(headers)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /// The same at once, this often.
    List<CompletableFuture<Response>> posts(int times, String path, Map<String, ?> body) {
        return IntStream.range(0, times)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> posts(path, body), task -> Thread.ofVirtual().start(task)))
                .toList();
    }

    static List<Response> all(List<CompletableFuture<Response>> answers) {
        return answers.stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }
}

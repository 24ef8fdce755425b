package io.directpeering.request.badinput;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;

/// Requests that go out letter by letter: the usual test client tidies paths, and prints bodies prettily to itself,
/// which takes all memory where they nest deeply.
final class Raw {

    private Raw() {}

    static HttpResponse<String> sent(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .header(Bearer.HEADER, Bearer.operator("anna"))
                .method(method, body)
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}

package io.directpeering.approval.registration;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.directpeering.approval.fixture.RegistrationCase;
import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;

/// Somebody at the operator's who validates peer ASNs.
///
/// @param bearer stands in the header `Authorization`
record Registrar(String bearer) {

    static Registrar called(String name) {
        return new Registrar(Bearer.operator(name));
    }

    Response approves(RegistrationCase peer, Map<String, ?> body) {
        return posts("/peer-asn-reviews/" + peer.asn() + "/approve", body);
    }

    CompletableFuture<Response> approvesAsync(RegistrationCase peer) {
        return CompletableFuture.supplyAsync(
                () -> approves(peer, Map.of()), task -> Thread.ofVirtual().start(task));
    }

    Response rejects(RegistrationCase peer, String reason) {
        return posts("/peer-asn-reviews/" + peer.asn() + "/reject", Map.of("reason", reason));
    }

    Response posts(String path, Object body) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header(Bearer.HEADER, bearer)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    Response gets(String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header(Bearer.HEADER, bearer)
                .get(path);
    }

    JsonPath reads(RegistrationCase peer) {
        return gets("/peer-asn-reviews/" + peer.asn()).jsonPath();
    }

    /// Waits until this revision is taken in.
    JsonPath awaitsRevision(RegistrationCase peer) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> gets("/peer-asn-reviews/" + peer.asn()),
                        answer ->
                                answer.statusCode() == 200 && answer.jsonPath().getLong("revision") == peer.revision())
                .jsonPath();
    }
}

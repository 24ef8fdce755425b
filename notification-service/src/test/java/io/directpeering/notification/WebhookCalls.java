package io.directpeering.notification;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// What owners of webhooks call.
final class WebhookCalls {

    private WebhookCalls() {}

    /// A public ASN that no other test has.
    static long someAsn() {
        return ThreadLocalRandom.current().nextLong(131072, 4_000_000_000L);
    }

    static RequestSpecification as(String bearer) {
        return RestAssured.given().header(Bearer.HEADER, bearer).contentType("application/json");
    }

    static RequestSpecification asOperator() {
        return as(Bearer.operator("olga"));
    }

    static RequestSpecification asPeer(long asn) {
        return as(Bearer.peer("pia", asn));
    }

    static Registered register(long asn, Receiver receiver, String... events) {
        var made = asPeer(asn)
                .body(Map.of("url", receiver.url(), "peerAsn", asn, "events", List.of(events)))
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Registered(made.getString("webhook.id"), made.getString("secret"), asn);
    }

    record Registered(String id, String secret, long asn) {

        JsonPath view() {
            return asPeer(asn)
                    .get("/webhooks/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        JsonPath deliveries() {
            return asPeer(asn)
                    .get("/webhooks/" + id + "/deliveries")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        Response post(String what) {
            return asPeer(asn).post("/webhooks/" + id + "/" + what);
        }

        Response patch(Map<String, ?> change) {
            return asPeer(asn).body(change).patch("/webhooks/" + id);
        }
    }
}

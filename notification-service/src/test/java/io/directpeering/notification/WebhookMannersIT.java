package io.directpeering.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.directpeering.backends.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.directpeering.notification.WebhookCalls.asPeer;
import static io.directpeering.notification.WebhookCalls.someAsn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

/// Webhooks under keys and conditions, and page by page.
@QuarkusTest
@QuarkusTestResource(value = ServiceBackends.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailPort.class)
class WebhookMannersIT {

    private static final String KEY = "Idempotency-Key";

    private final Receiver receiver = new Receiver();
    private final long asn = someAsn();
    private final String key = UUID.randomUUID().toString();

    @Inject
    DataSource database;

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void fiftyEqualRegistrationsAtOnceAreOneWebhookWithOneSecret() {
        // Given
        var wish = Map.of("url", receiver.url(), "peerAsn", asn);
        // When
        var answers = atOnce(50, () -> keyed().body(wish).post("/webhooks"));
        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers).extracting(answer -> answer.header("Cache-Control")).containsOnly("no-store");
        assertThat(answers.getFirst().<String>path("secret")).startsWith("whsec_");
        asPeer(asn).get("/webhooks").then().body("items.size()", equalTo(1));
        keyed().body(Map.of("url", receiver.url() + "other", "peerAsn", asn))
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("IdempotencyKeyUsedOtherwise"));
    }

    @Test
    void aSecretIsRotatedOncePerKeyAndNeverStoredInTheClear() throws Exception {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        // When
        var first = keyed().post("/webhooks/" + webhook.id() + "/rotate-secret");
        webhook.post("rotate-secret").then().statusCode(200);
        var again = keyed().post("/webhooks/" + webhook.id() + "/rotate-secret");
        // Then
        assertThat(again.asString()).isEqualTo(first.asString());
        var stored = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select done, answer from idempotency_key where key = ?")) {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                rows.next();
                stored.add(rows.getString(1) + rows.getString(2));
            }
        }
        String secret = first.path("secret");
        assertThat(stored).singleElement().asString().doesNotContain("whsec_", secret.substring(6));
    }

    @Test
    void aPingIsPostedOncePerKeyHoweverManyAskAtOnce() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        // When
        var answers = atOnce(20, () -> keyed().post("/webhooks/" + webhook.id() + "/test"));
        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(answers.getFirst().<String>path("status")).isEqualTo("Sent");
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void aWebhookIsDeletedOnceAndThatIsSaidAgain() {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        // When
        var first = keyed().delete("/webhooks/" + webhook.id());
        var again = keyed().delete("/webhooks/" + webhook.id());
        // Then
        first.then().statusCode(204);
        again.then().statusCode(204).body(emptyString());
        asPeer(asn).delete("/webhooks/" + webhook.id()).then().statusCode(404);
    }

    @Test
    void changesOnlyWhatTheClientHasSeen() {
        // Given
        var path = "/webhooks/" + WebhookCalls.register(asn, receiver).id();
        var seen = asPeer(asn).get(path).header("ETag");
        asPeer(asn).body(Map.of("description", "one")).patch(path).then().statusCode(200);
        // When
        var late = List.of(
                asPeer(asn)
                        .header("If-Match", seen)
                        .body(Map.of("description", "two"))
                        .patch(path),
                asPeer(asn).header("If-Match", seen).post(path + "/rotate-secret"),
                asPeer(asn).header("If-Match", seen).post(path + "/test"),
                asPeer(asn).header("If-Match", seen).delete(path));
        var tag = asPeer(asn).get(path).header("ETag");
        var now = asPeer(asn)
                .header("If-Match", tag)
                .body(Map.of("description", "two"))
                .patch(path);
        // Then
        for (var answer : late) {
            answer.then()
                    .statusCode(412)
                    .contentType("application/problem+json")
                    .body("code", equalTo("PreconditionFailed"))
                    .body("errors.field", contains("If-Match"));
        }
        assertThat(receiver.messages()).isEmpty();
        now.then().statusCode(200).body("description", equalTo("two"));
        asPeer(asn)
                .header("If-None-Match", now.header("ETag"))
                .get(path)
                .then()
                .statusCode(304)
                .body(emptyString());
        asPeer(asn).header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void ofSeveralChangesOfOneStateOneIsMade() {
        // Given
        var path = "/webhooks/" + WebhookCalls.register(asn, receiver).id();
        var seen = asPeer(asn).get(path).header("ETag");
        // When
        var answers = atOnce(
                10,
                () -> asPeer(asn)
                        .header("If-Match", seen)
                        .body(Map.of("description", UUID.randomUUID().toString()))
                        .patch(path));
        // Then
        assertThat(answers.stream().map(Response::statusCode))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
    }

    @ParameterizedTest
    @CsvSource({
        "Idempotency-Key,''",
        "Idempotency-Key,a\tb",
        "Idempotency-Key,two words",
        "If-Match,''",
        "If-Match,W/\"1\"",
        "If-Match,1",
    })
    void nothingIsSentOrStoredUnderAGarbledHeader(String header, String value) {
        // Given
        var webhook = WebhookCalls.register(asn, receiver);
        // When
        var answer = asPeer(asn).header(header, value).post("/webhooks/" + webhook.id() + "/test");
        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("errors.field", contains(header));
        assertThat(receiver.messages()).isEmpty();
        assertThat(webhook.deliveries().getList("items")).isEmpty();
    }

    @Test
    void webhooksAreReadPageByPage() {
        // Given
        var ids = IntStream.range(0, 5)
                .mapToObj(_ -> WebhookCalls.register(asn, receiver).id())
                .toList();
        // When
        var seen = new ArrayList<String>();
        String next = "/webhooks?limit=2";
        while (next != null) {
            var page = asPeer(asn).urlEncodingEnabled(false).get(next);
            seen.addAll(page.<List<String>>path("items.id"));
            var link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<|>.*", "");
        }
        // Then
        assertThat(seen).isEqualTo(ids);
        asPeer(asn).get("/webhooks?after=x").then().statusCode(400).body("errors.field", contains("after"));
        asPeer(asn).get("/webhooks?limit=0").then().statusCode(400).body("errors.field", contains("limit"));
    }

    private RequestSpecification keyed() {
        return asPeer(asn).header(KEY, key);
    }

    private static List<Response> atOnce(int times, Supplier<Response> call) {
        return IntStream.range(0, times)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        call, task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }
}

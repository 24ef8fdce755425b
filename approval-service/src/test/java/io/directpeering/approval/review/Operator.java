package io.directpeering.approval.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.directpeering.approval.fixture.PeeringCase;
import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// Somebody at the operator's who works on the queue.
record Operator(String name) {

    private static final Executor AT_ONCE = task -> Thread.ofVirtual().start(task);

    Response approves(PeeringCase peering, Map<String, ?> body) {
        return posts(peering, "approve", body);
    }

    CompletableFuture<Response> approvesAsync(PeeringCase peering, Map<String, ?> body) {
        return async(() -> approves(peering, body));
    }

    Response rejects(PeeringCase peering, String reason) {
        return posts(peering, "reject", Map.of("reason", reason));
    }

    CompletableFuture<Response> rejectsAsync(PeeringCase peering, String reason) {
        return async(() -> rejects(peering, reason));
    }

    CompletableFuture<Response> rejectsAsync(PeeringCase peering, String reason, List<String> ruleIds) {
        return async(() -> posts(peering, "reject", Map.of("reason", reason, "ruleIds", ruleIds)));
    }

    Response asks(PeeringCase peering, String question) {
        return posts(peering, "request-information", Map.of("question", question));
    }

    CompletableFuture<Response> asksAsync(PeeringCase peering, String question) {
        return async(() -> asks(peering, question));
    }

    JsonPath awaitsReview(PeeringCase peering) {
        return awaitsSequence(peering, 1);
    }

    JsonPath awaitsSequence(PeeringCase peering, long sequence) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> RestAssured.given()
                                .header(Bearer.HEADER, Bearer.operator(name))
                                .get("/reviews/" + peering.peeringId()),
                        answer ->
                                answer.statusCode() == 200 && answer.jsonPath().getLong("sequence") >= sequence)
                .jsonPath();
    }

    /// Ids in the whole queue, page by page.
    List<String> lists(String status) {
        var ids = new ArrayList<String>();
        var next = "/reviews?limit=200&status=" + status;
        while (next != null) {
            var page = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .header(Bearer.HEADER, Bearer.operator(name))
                    .get(next);
            ids.addAll(page.jsonPath().getList("items.peeringId"));
            next = nextOf(page);
        }
        return ids;
    }

    /// Where the next page is; null: there is none.
    static @Nullable String nextOf(Response page) {
        var link = page.header("Link");
        return link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }

    Response reads(PeeringCase peering) {
        return RestAssured.given().header(Bearer.HEADER, Bearer.operator(name)).get("/reviews/" + peering.peeringId());
    }

    static Response await(CompletableFuture<Response> answer) {
        return answer.orTimeout(15, TimeUnit.SECONDS).join();
    }

    Response posts(PeeringCase peering, String what, Map<String, ?> body) {
        return RestAssured.given()
                .header(Bearer.HEADER, Bearer.operator(name))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/reviews/" + peering.peeringId() + "/" + what);
    }

    private static CompletableFuture<Response> async(Supplier<Response> call) {
        return CompletableFuture.supplyAsync(call, AT_ONCE);
    }
}

package io.directpeering.request.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.backends.Bearer;
import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/// A client of the stream that reads as fast as it can.
final class Listener implements AutoCloseable, Flow.Subscriber<String> {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// An event as it was received.
    record Heard(String id, String event, JsonNode data) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile String id = "";
    private volatile int comments;
    private volatile String retry = "";
    private String event = "";
    private String data = "";
    private Flow.@Nullable Subscription lines;

    /// Listens from now on; back only when the stream is open.
    ///
    /// @param query       such as `?peerAsn=3320`
    /// @param lastEventId null: none
    static Listener opened(String bearer, String query, @Nullable String lastEventId) {
        var listener = started(bearer, query, lastEventId);
        await().until(() -> !listener.lastId().isEmpty());
        return listener;
    }

    static Listener started(String bearer, String query, @Nullable String lastEventId) {
        var listener = new Listener();
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/peerings/stream" + query))
                .header(Bearer.HEADER, bearer)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HTTP.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(listener));
        return listener;
    }

    List<Heard> heard() {
        return heard;
    }

    Stream<Heard> of(String peeringId) {
        return heard.stream()
                .filter(each -> each.data().at("/peeringId").asText().equals(peeringId));
    }

    List<Long> sequencesOf(String peeringId) {
        return of(peeringId)
                .filter(each -> each.event().equals("PeeringTransitioned"))
                .map(each -> each.data().at("/sequence").asLong())
                .toList();
    }

    String lastId() {
        return id;
    }

    int comments() {
        return comments;
    }

    /// After how many milliseconds it is to come back; empty: it was not told.
    String retry() {
        return retry;
    }

    boolean hasEnded() {
        return ended.isDone();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring(5);
        } else if (line.startsWith("retry:")) {
            retry = line.substring(6).strip();
        } else if (line.startsWith(":")) {
            comments++;
        } else if (line.isEmpty() && !data.isEmpty()) {
            heard.add(new Heard(id, event, json(data)));
            data = "";
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended.complete(null);
    }

    @Override
    public void onComplete() {
        ended.complete(null);
    }

    /// Hangs up.
    @Override
    public void close() {
        if (lines != null) {
            lines.cancel();
        }
    }
}

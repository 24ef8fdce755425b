package io.directpeering.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.local.issuer.Person;

/// What a story is told on: one peering, followed as its peer sees it, and the timeline of what happened to it.
final class Stage {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Api api;
    private final Timeline timeline;
    private final Cast cast;
    private String peering = "";
    private long sequence;
    private List<String> shown = List.of();

    Stage(Api api, Timeline timeline, Cast cast) {
        this.api = api;
        this.timeline = timeline;
        this.cast = cast;
    }

    Api api() {
        return api;
    }

    Cast cast() {
        return cast;
    }

    Person peer() {
        return cast.peer();
    }

    /// Id of the peering; blank until one is requested.
    String peering() {
        return peering;
    }

    /// Sequence of the last transition that was seen.
    long sequence() {
        return sequence;
    }

    /// The peering was requested: from now on it is the one.
    Seen begin(JsonNode body) {
        peering = body.path("peeringId").asText();
        sequence = 0;
        return take(body);
    }

    /// Tells a step that is done.
    void tell(String step, long tookMs, String note) {
        timeline.add(step, shown, tookMs, note);
    }

    Seen look() {
        return take(api.get(cast.peer(), "/peerings/" + peering + "?minSequence=" + sequence)
                .expect(200)
                .body());
    }

    /// Takes in what an answer shows of the peering.
    Seen take(JsonNode body) {
        var seen = new Seen(body);
        if (seen.sequence() < sequence) {
            throw new Deviation("the peering's sequence", "at least " + sequence, seen.sequence());
        }
        sequence = seen.sequence();
        shown = seen.states();
        return seen;
    }

    /// Looks until it is so; every change of a state on the way is told.
    Seen await(String what, Predicate<Seen> so) {
        var begun = System.nanoTime();
        var before = shown;
        var seen = look();
        while (!so.test(seen)) {
            if (!shown.equals(before)) {
                tell("", tookMs(begun), "");
                before = shown;
            }
            if (!withinLimit(begun)) {
                throw new Deviation("after %d ms".formatted(tookMs(begun)), what, seen.body());
            }
            pause();
            seen = look();
        }
        return seen;
    }

    /// Asks until the answer is as wanted.
    Api.Answer until(Supplier<Api.Answer> call, Predicate<Api.Answer> wanted, String what) {
        var begun = System.nanoTime();
        var answer = call.get();
        while (!wanted.test(answer)) {
            if (!withinLimit(begun)) {
                throw new Deviation(answer.call(), what, answer.status() + " " + answer.body());
            }
            pause();
            answer = call.get();
        }
        return answer;
    }

    String path(JsonNode connection) {
        return "/peerings/%s/connections/%s"
                .formatted(peering, connection.path("connectionId").asText());
    }

    static void expect(String what, Object expected, Object came) {
        if (!expected.equals(came)) {
            throw new Deviation(what, expected, came);
        }
    }

    static String detail(Api.Answer answer) {
        return answer.status() + " " + answer.body().path("detail").asText();
    }

    static long tookMs(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static boolean withinLimit(long begun) {
        return System.nanoTime() - begun < LIMIT.toNanos();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Deviation("the demo", "to go on", "an interruption");
        }
    }
}

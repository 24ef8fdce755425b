package io.directpeering.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// request-service goes, told to or killed, and is back with all that it knew.
///
/// How long that took is printed beside its goal. Asserted is only a bound that a crowded machine keeps, too.
@ExtendWith(Suite.Running.class)
class RestartST {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration GOAL_WHEN_TOLD = Duration.ofSeconds(5);
    private static final Duration GOAL_WHEN_KILLED = Duration.ofSeconds(12);
    /// One that did not stay up is started again after a pause, which is not what is measured here.
    private static final Duration STAYED_UP = Duration.ofSeconds(21);

    @Test
    void requestServiceIsBackWithItsStateAfterSigterm(Suite suite) throws Exception {
        isBackWithItsState(suite, 211_000, "SIGTERM", ProcessHandle::destroy, GOAL_WHEN_TOLD);
    }

    @Test
    void requestServiceIsBackWithItsStateAfterKill9(Suite suite) throws Exception {
        isBackWithItsState(suite, 211_001, "kill -9", ProcessHandle::destroyForcibly, GOAL_WHEN_KILLED);
    }

    private static void isBackWithItsState(
            Suite suite, long asn, String signal, Consumer<ProcessHandle> send, Duration goal) throws Exception {
        // Given
        var api = suite.as(Person.operator("operator@example.net"));
        var peering = "/peerings/" + Walk.ofNewPeer(suite, asn, 1).toRemoved();
        await("its sessions to be seen gone")
                .untilAsserted(() -> assertThat(sessionStates(api, peering)).containsOnly("Idle"));
        var before = standing(api, peering);
        var process = suite.process(Topics.REQUEST_SERVICE);
        await("it to have stayed up")
                .atMost(STAYED_UP.plusSeconds(5))
                .until(() -> process.info()
                        .startInstant()
                        .orElseThrow()
                        .isBefore(Instant.now().minus(STAYED_UP)));

        // When
        var sent = System.nanoTime();
        send.accept(process);

        // Then
        process.onExit().join();
        var gone = System.nanoTime();
        await("the same answer as before")
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(standing(api, peering)).isEqualTo(before));
        System.out.printf(
                Locale.ROOT,
                "request-service: %s to gone %.1f s, to the same answer as before %.1f s (goal %d s, asserted %d s)%n",
                signal,
                (gone - sent) / 1e9,
                (System.nanoTime() - sent) / 1e9,
                goal.toSeconds(),
                BOUND.toSeconds());
        var next = Walk.ofNewPeer(suite, asn + 100, 2).toRemoved();
        assertThat(api.get("/peerings/" + next).body().at("/state").asText())
                .isEqualTo(before.at("/state").asText());
    }

    /// What is seen of sessions comes beside the facts, and can come after the last of them.
    private static List<String> sessionStates(Api api, String peering) {
        return api.get(peering).body().findValuesAsText("bgpSessionState");
    }

    /// What the API says of a peering, but for how long ago it came to that.
    private static JsonNode standing(Api api, String peering) {
        var body = api.get(peering).body();
        body.path("connections").forEach(connection -> ((ObjectNode) connection).remove("timeInState"));
        return body;
    }
}

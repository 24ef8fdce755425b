package io.directpeering.system;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;
import io.directpeering.system.OtlpReceiver.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A request is followed from the call through outbox, topic and judge to all that the services do about it.
@ExtendWith(Suite.Running.class)
class TraceST {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> ALL_SERVICES = Set.of(
            Topics.REQUEST_SERVICE, Topics.APPROVAL_SERVICE, Topics.PROVISIONING_SERVICE, Topics.NOTIFICATION_SERVICE);

    @Test
    void callersWhoNameOneTraceSeeThePeeringInItFromRequestToActive(Suite suite) {
        // Given
        var parent = hex(8);
        var trace = hex(16);
        var walk = Walk.ofNewPeer(suite, 64_503_000, 1).in("00-" + trace + "-" + parent + "-01");

        // When
        var id = walk.toActive();

        // Then
        var spans = await("the trace to be complete")
                .atMost(PATIENCE)
                .until(
                        () -> suite.traces().ofTrace(trace),
                        found -> names(found).contains("OPEN") && names(found).contains("send mail"));
        assertThat(services(spans)).isEqualTo(ALL_SERVICES);
        assertThat(names(spans))
                .contains("POST /peerings", "send peering-events", "process peering-events")
                .contains("process peering-transitions", "ISSUE_LETTER", "PROVISION", "VALIDATE", "OPEN");
        assertWhole(suite, trace, parent);
        assertThat(spans)
                .filteredOn(span -> span.name().equals("process peering-events"))
                .allSatisfy(span -> assertThat(span.service()).isEqualTo(Topics.REQUEST_SERVICE))
                .allSatisfy(span -> assertThat(span.attributes())
                        .containsEntry("peering.id", id.toString())
                        .containsEntry("messaging.system", "kafka")
                        .containsEntry("messaging.destination.name", "peering-events"));
    }

    @Test
    void aRequestOfACallerWhoNamesNoneIsOneTrace(Suite suite) {
        // When
        var network = Network.in(suite, 64_503_001, "followed");

        // Then
        var peering = network.peering();
        var requested = traceOf(suite, "POST /peerings", peering);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(services(suite.traces().ofTrace(requested)))
                        .contains(Topics.REQUEST_SERVICE, Topics.APPROVAL_SERVICE, Topics.NOTIFICATION_SERVICE));
        var approved = traceOf(suite, "POST /reviews/{peeringId}/approve", peering);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(names(suite.traces().ofTrace(approved)))
                        .contains("ISSUE_LETTER", "process peering-events", "send mail"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(services(suite.traces().ofTrace(approved))).isEqualTo(ALL_SERVICES));
        assertThat(approved).isNotEqualTo(requested);
        assertWhole(suite, requested, "");
    }

    @Test
    void aTraceThatIsNoneIsNotFollowed(Suite suite) {
        // Given
        var operator = suite.as(Person.operator("operator@example.net"));

        // When
        var answers = List.of(
                operator.in("nonsense").get("/policy"),
                operator.in("00-" + "0".repeat(32) + "-" + hex(8) + "-01").get("/policy"),
                operator.in("00-" + hex(16) + "-" + hex(8)).get("/policy"));

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    /// Every span is a part of another one of the trace, or of what the caller named. Each service tells of its own
    /// once
    /// a second, so that a part can be known before the whole.
    private static void assertWhole(Suite suite, String trace, String parent) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var spans = suite.traces().ofTrace(trace);
            var known = new HashSet<>(Set.of(parent));
            spans.forEach(span -> known.add(span.id()));
            assertThat(spans).extracting(Span::parent).allMatch(known::contains);
        });
    }

    private static String traceOf(Suite suite, String name, UUID peering) {
        return await("a span of " + name)
                .atMost(PATIENCE)
                .until(
                        () -> suite.traces().spans().stream()
                                .filter(span -> span.name().equals(name))
                                .filter(span -> peering.toString()
                                        .equals(span.attributes().get("peering.id")))
                                .map(Span::trace)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Set<String> services(List<Span> spans) {
        return spans.stream().map(Span::service).collect(Collectors.toSet());
    }

    private static Set<String> names(List<Span> spans) {
        return spans.stream().map(Span::name).collect(Collectors.toSet());
    }

    private static String hex(int bytes) {
        var id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }
}

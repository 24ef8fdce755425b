package io.directpeering.request.topology;

import java.util.List;
import java.util.UUID;

import io.directpeering.events.BgpSessionState;
import io.directpeering.events.PeeringRequested;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.schemas.Topics.BGP_SESSION_STATES;
import static io.directpeering.schemas.Topics.PEERING_EVENTS;
import static io.directpeering.schemas.Topics.PEERING_REFUSALS;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// What can be read but not judged is put aside as it came, with its cause, and the next fact is judged. What cannot
/// be read at all needs a registry to tell: `PoisonIT`.
class DeadLettersTest {

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();
    private final String key = facts.peeringId().toString();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void noValue() {
        // Given
        byte @Nullable [] nothing = null;

        // When
        judge.stateRaw(PEERING_EVENTS, key, nothing, Facts.NOW);

        // Then
        isPutAside(nothing, "has no value");
    }

    @Test
    void whatIsPutAsideIsCounted() {
        // Given
        var meters = new SimpleMeterRegistry();
        Metrics.addRegistry(meters);

        // When
        judge.stateRaw(PEERING_EVENTS, key, null, Facts.NOW);

        // Then
        Metrics.removeRegistry(meters);
        assertThat(meters.get("peering.dead.letters")
                        .tag("topic", PEERING_EVENTS.name())
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anotherKey() {
        // Given
        var bytes = JudgeDriver.bytes(facts.requested());

        // When
        judge.stateRaw(PEERING_EVENTS, UUID.randomUUID().toString(), bytes, Facts.NOW);

        // Then
        isPutAside(bytes, "but the fact is about peering " + key);
    }

    @Test
    void noFact() {
        // Given
        var bytes = JudgeDriver.bytes(facts.observed(facts.first(), BgpSessionState.Idle));

        // When
        judge.stateRaw(PEERING_EVENTS, key, bytes, Facts.NOW);

        // Then
        isPutAside(bytes, "BgpSessionObserved is not a fact");
    }

    @Test
    void noEvent() {
        // Given
        judge.state(facts.requested());
        judge.out(PEERING_TRANSITIONS);
        var bytes = JudgeDriver.bytes(judge.peering(facts.peeringId()));
        var next = Facts.ofNewPeering();

        // When
        judge.stateRaw(PEERING_EVENTS, key, bytes, Facts.NOW);
        judge.state(next.requested());

        // Then
        assertThat(judge.dead())
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isEqualTo(bytes));
        assertThat(judge.out(PEERING_TRANSITIONS)).hasSize(1);
    }

    @Test
    void requestWithoutConnections() {
        // Given
        var request = PeeringRequested.newBuilder(facts.requested())
                .setConnections(List.of())
                .build();

        // When
        judge.state(request);

        // Then
        isPutAside(JudgeDriver.bytes(request), "has no connection");
    }

    @Test
    void factThatLeadsToMoreThanARecordCanHold() {
        // Given
        var request = facts.requested("x".repeat(999_900));

        // When
        judge.state(request);

        // Then
        isPutAside(JudgeDriver.bytes(request), "a record can have 1000000");
    }

    @Test
    void factAmongObservations() {
        // Given
        var bytes = JudgeDriver.bytes(facts.approved());

        // When
        judge.stateRaw(BGP_SESSION_STATES, key, bytes, Facts.NOW);

        // Then
        isPutAside(bytes, "not a BgpSessionObserved");
    }

    private void isPutAside(byte @Nullable [] bytes, String cause) {
        assertThat(judge.out(PEERING_TRANSITIONS)).isEmpty();
        assertThat(judge.out(PEERING_REFUSALS)).isEmpty();
        var next = Facts.ofNewPeering();
        judge.state(next.requested());
        assertThat(judge.out(PEERING_TRANSITIONS))
                .singleElement()
                .satisfies(it -> assertThat(it.key()).isEqualTo(next.peeringId().toString()));
        var dead = judge.dead();
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().value()).isEqualTo(bytes);
        assertThat(new String(
                        dead.getFirst()
                                .headers()
                                .lastHeader("__streams.errors.message")
                                .value(),
                        UTF_8))
                .contains(cause);
    }
}

package io.directpeering.system;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.FactRefused;
import io.directpeering.events.MaintenanceStatus;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RoutePolicy;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

/// What must hold of the log, whatever was killed meanwhile. Looks at the topics from their first record.
final class Invariants {

    private final List<EventMetadata> facts;
    private final List<PeeringTransitioned> transitions;
    private final List<FactRefused> refusals;
    private final List<PeeringSnapshot> states;
    private final int deadLetters;

    private Invariants(EventLog log) {
        facts = log.all(Topics.PEERING_EVENTS, SpecificRecord.class).stream()
                .map(fact -> CloudEventHeaders.metadataOf(fact).orElseThrow())
                .toList();
        transitions = log.all(Topics.PEERING_TRANSITIONS, PeeringTransitioned.class);
        refusals = log.all(Topics.PEERING_REFUSALS, FactRefused.class);
        states = log.all(Topics.PEERING_STATES, PeeringSnapshot.class);
        deadLetters = Topics.all().stream()
                .filter(topic -> topic.name().endsWith("-dead-letter"))
                .mapToInt(topic -> log.raw(topic).size())
                .sum();
    }

    static Invariants of(Suite suite) throws IOException {
        return new Invariants(new EventLog(suite.kafka(), suite.registryUrl()));
    }

    void hold() {
        everyFactHasOneOutcome();
        sequencesAreGapless();
        allowIsInForceOnlyWhileActive();
        everyConnectionMovesAlongTheChain();
        statesAreTheLastTransitions();
        assertThat(deadLetters).as("records in the dead letters").isZero();
        assertThat(transitions)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.getMetadata().getActor()).isNotBlank());
    }

    /// Transitions of a peering, in order.
    List<PeeringTransitioned> transitionsOf(UUID peeringId) {
        return transitions.stream()
                .filter(each -> each.getMetadata().getPeeringId().equals(peeringId))
                .toList();
    }

    private void everyFactHasOneOutcome() {
        var outcomes = Stream.concat(
                        transitions.stream().map(each -> each.getCause().getEventId()),
                        refusals.stream().map(each -> each.getCause().getEventId()))
                .collect(groupingBy(Function.identity(), counting()));
        var stated = facts.stream().map(EventMetadata::getEventId).collect(Collectors.toSet());
        assertThat(outcomes.keySet()).as("facts with an outcome").isEqualTo(stated);
        assertThat(outcomes.values()).as("outcomes of a fact").containsOnly(1L);
    }

    private void sequencesAreGapless() {
        byPeering()
                .forEach((peering, ordered) -> assertThat(ordered)
                        .as("sequences of %s", peering)
                        .extracting(PeeringTransitioned::getSequence)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, ordered.size())
                                .boxed()
                                .toList()));
    }

    private void allowIsInForceOnlyWhileActive() {
        assertThat(transitions.stream()
                        .flatMap(each -> each.getSnapshot().getConnections().stream())
                        .filter(each -> each.getRoutePolicy() == RoutePolicy.Allow))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.getState()).isEqualTo(ConnectionState.Active);
                    assertThat(each.getMaintenance())
                            .satisfiesAnyOf(
                                    none -> assertThat(none).isNull(),
                                    some -> assertThat(some.getStatus()).isNotEqualTo(MaintenanceStatus.InProgress));
                });
    }

    private void everyConnectionMovesAlongTheChain() {
        byPeering().values().forEach(ordered -> {
            var last = new java.util.HashMap<UUID, ConnectionState>();
            ordered.stream().flatMap(each -> each.getChanges().stream()).forEach(change -> {
                assertThat(change.getFrom()).isEqualTo(last.get(change.getConnectionId()));
                assertThat(Set.of(ConnectionState.Removed, ConnectionState.Rejected))
                        .doesNotContain(change.getFrom() == null ? ConnectionState.Unknown : change.getFrom());
                last.put(change.getConnectionId(), change.getTo());
            });
        });
    }

    private void statesAreTheLastTransitions() {
        var latest = states.stream()
                .collect(Collectors.toMap(PeeringSnapshot::getPeeringId, Function.identity(), (one, other) -> other));
        byPeering()
                .forEach((peering, ordered) -> assertThat(latest.get(peering))
                        .isEqualTo(ordered.getLast().getSnapshot()));
    }

    private Map<UUID, List<PeeringTransitioned>> byPeering() {
        return transitions.stream()
                .collect(groupingBy(each -> each.getMetadata().getPeeringId()));
    }
}

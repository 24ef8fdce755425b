package io.directpeering.request.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringState;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RefusalCode;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.StateChange;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.stored.AcceptedFacts;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import io.directpeering.schemas.EventIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.schemas.Topics.PEERING_REFUSALS;
import static io.directpeering.schemas.Topics.PEERING_STATES;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class JudgeTest {

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void acceptedFactIsOneNumberedTransitionAndTheLatestState() {
        // Given
        var fact = facts.requested();

        // When
        judge.state(fact);

        // Then
        var transitions = judge.out(PEERING_TRANSITIONS);
        assertThat(transitions).hasSize(1);
        var record = transitions.getFirst();
        var transition = (PeeringTransitioned) record.value();
        assertThat(record.key()).isEqualTo(facts.peeringId().toString());
        assertThat(transition.getSequence()).isEqualTo(1);
        assertThat(transition.getOutcome()).isEqualTo(TransitionOutcome.Transitioned);
        assertThat(transition.getChanges())
                .containsExactly(
                        new StateChange(facts.first(), null, ConnectionState.PendingApproval),
                        new StateChange(facts.second(), null, ConnectionState.PendingApproval));
        assertThat(transition.getCause().getType()).isEqualTo("PeeringRequested");
        assertThat(transition.getMetadata().getEventId()).isEqualTo(EventIds.ofTransition(facts.peeringId(), 1));
        assertThat(transition.getMetadata().getActor()).isEqualTo("noc@peer.example");
        assertThat(transition.getMetadata().getStatedBy()).isEqualTo("request-service");
        assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.directpeering.events.PeeringTransitioned");
        assertThat(judge.out(PEERING_STATES))
                .singleElement()
                .satisfies(state -> assertThat(state.value()).isEqualTo(transition.getSnapshot()));
        assertThat(judge.peering(facts.peeringId())).isEqualTo(transition.getSnapshot());
        assertThat(judge.out(PEERING_REFUSALS)).isEmpty();
        assertThat(judge.told())
                .containsExactly(new JudgeDriver.Told(fact.getMetadata().getEventId(), new Verdict.Accepted(1)));
    }

    @Test
    void refusedFactIsOneRefusalWithReasonAndChangesNothing() {
        // Given
        judge.state(facts.requested(), facts.approved());
        var before = judge.peering(facts.peeringId());
        judge.out(PEERING_TRANSITIONS);
        judge.out(PEERING_STATES);
        var fact = facts.deprovisionRequested();

        // When
        judge.state(fact);

        // Then
        var refusals = judge.out(PEERING_REFUSALS);
        assertThat(refusals).hasSize(1);
        var refusal = (FactRefused) refusals.getFirst().value();
        assertThat(refusal.getCode()).isEqualTo(RefusalCode.NotAllowedInState);
        assertThat(refusal.getSequence()).isEqualTo(2);
        assertThat(refusal.getReason()).contains("Abort the provisioning first");
        assertThat(refusal.getConnections()).hasSize(2);
        assertThat(refusal.getCause().getReason()).isEqualTo("moving");
        assertThat(refusal.getMetadata().getEventId())
                .isEqualTo(EventIds.ofRefusal(fact.getMetadata().getEventId()));
        assertThat(refusals.getFirst().headers().lastHeader("ce_id")).isNotNull();
        assertThat(judge.out(PEERING_TRANSITIONS)).isEmpty();
        assertThat(judge.out(PEERING_STATES)).isEmpty();
        assertThat(judge.peering(facts.peeringId())).isEqualTo(before);
    }

    @Test
    void recordedFactIsNumberedTooAndKeepsItsData() {
        // Given
        judge.state(facts.requested(), facts.approved());
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.state(facts.loaIssued(facts.first()), facts.linkTested(facts.first()));

        // Then
        assertThat(judge.out(PEERING_TRANSITIONS))
                .extracting(record -> (PeeringTransitioned) record.value())
                .extracting(PeeringTransitioned::getSequence, PeeringTransitioned::getOutcome)
                .containsExactly(tuple(3L, TransitionOutcome.Recorded), tuple(4L, TransitionOutcome.Recorded));
        var connection = judge.peering(facts.peeringId()).getConnections().getFirst();
        assertThat(connection.getLoa().getNumber()).isEqualTo("LOA-1");
        assertThat(connection.getDemarcation().getRouter()).isEqualTo("fra1-edge1");
        assertThat(connection.getLinkTest().getPassed()).isTrue();
        assertThat(connection.getStageSequence()).isEqualTo(2);
    }

    @Test
    void repeatOfWhatWasAcceptedOrRefusedYieldsNothing() {
        // Given
        var accepted = facts.requested();
        var refused = facts.validated(facts.first());
        judge.state(accepted, refused);
        judge.out(PEERING_TRANSITIONS);
        judge.out(PEERING_REFUSALS);
        judge.out(PEERING_STATES);

        // When
        judge.state(accepted, refused, accepted, refused);

        // Then
        assertThat(judge.out(PEERING_TRANSITIONS)).isEmpty();
        assertThat(judge.out(PEERING_REFUSALS)).isEmpty();
        assertThat(judge.out(PEERING_STATES)).isEmpty();
        assertThat(judge.dead()).isEmpty();
    }

    @Test
    void repeatOfAFactSaidLongAgoYieldsNothing() {
        // Given
        var first = facts.requested();
        var tests = Stream.generate(() -> facts.linkTested(facts.first()))
                .limit(AcceptedFacts.MOST + 5)
                .toList();
        judge.state(first, facts.approved());
        tests.forEach(judge::state);
        assertThat(judge.out(PEERING_TRANSITIONS)).hasSize(tests.size() + 2);
        var before = judge.stored(facts.peeringId());

        // When
        judge.state(first);
        tests.forEach(judge::state);

        // Then
        assertThat(judge.out(PEERING_TRANSITIONS)).isEmpty();
        assertThat(judge.out(PEERING_REFUSALS)).isEmpty();
        assertThat(judge.stored(facts.peeringId())).isEqualTo(before);
        assertThat(before.accepted().bytes()).hasSize(16 * AcceptedFacts.MOST);
        assertThat(judge.<StoredVerdict>store(Stores.DECISIONS)
                        .get(Stores.decision(
                                facts.peeringId(), tests.get(1).getMetadata().getEventId()))
                        .getSequence())
                .isEqualTo(4);
    }

    @Test
    void wholeLifeOfOneConnectionIsToldWithoutGap() {
        // Given
        var one = facts.first();

        // When
        judge.state(
                facts.requested(),
                facts.approved(),
                facts.loaIssued(one),
                facts.wiringCompleted(one),
                facts.provisioned(one),
                facts.validated(one),
                facts.opened(one));

        // Then
        assertThat(judge.out(PEERING_TRANSITIONS))
                .extracting(record -> ((PeeringTransitioned) record.value()).getSequence())
                .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L));
        var snapshot = judge.peering(facts.peeringId());
        assertThat(snapshot.getState()).isEqualTo(PeeringState.ProvisioningStarted);
        assertThat(snapshot.getConnections().getFirst().getState()).isEqualTo(ConnectionState.Active);
        assertThat(snapshot.getConnections().getFirst().getRoutePolicy()).isEqualTo(RoutePolicy.Allow);
        assertThat(snapshot.getConnections().getFirst().getCrossConnectId()).isEqualTo("XC-1");
    }

    @Test
    void sameLogGivesTheSameOutcomesAgain() {
        // Given
        var log = List.of(
                facts.requested(),
                facts.approved(),
                facts.deprovisionRequested(),
                facts.loaIssued(facts.first()),
                facts.wiringCompleted(facts.second()));
        log.forEach(judge::state);
        log.forEach(judge::state);

        // When
        try (var again = new JudgeDriver()) {
            log.forEach(again::state);

            // Then
            for (var topic : List.of(PEERING_TRANSITIONS, PEERING_REFUSALS, PEERING_STATES)) {
                assertThat(again.out(topic)).isNotEmpty().isEqualTo(judge.out(topic));
            }
            assertThat(again.told()).isEqualTo(judge.told());
            assertThat(contents(again)).isEqualTo(contents(judge));
        }
    }

    private static List<StoredPeering> contents(JudgeDriver judge) {
        try (var all = judge.<StoredPeering>store(Stores.PEERINGS).all()) {
            var contents = new ArrayList<StoredPeering>();
            all.forEachRemaining(entry -> contents.add(entry.value));
            return contents;
        }
    }
}

package io.directpeering.request.topology;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RefusalCode;
import io.directpeering.events.StageOverdue;
import io.directpeering.events.TransitionOutcome;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.directpeering.request.topology.Facts.NOW;
import static io.directpeering.schemas.Topics.PEERING_REFUSALS;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// What falls due is stated, as a fact of its own in the log, once, and not before its time.
class OverdueTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();
    private final UUID one = facts.first();

    @AfterEach
    void close() {
        judge.close();
    }

    static Stream<Arguments> stages() {
        var it = Facts.ofNewPeering();
        var one = it.first();
        var started = List.<SpecificRecord>of(it.requestedOne(), it.approved());
        var completed = and(started, it.wiringCompleted(one));
        var validating = and(completed, it.provisioned(one));
        return Stream.of(
                Arguments.of(it, List.of(it.requestedOne()), ConnectionState.PendingApproval, Duration.ofHours(72)),
                Arguments.of(it, completed, ConnectionState.ProvisioningCompleted, Duration.ofHours(1)),
                Arguments.of(it, validating, ConnectionState.Validating, Duration.ofHours(24)),
                Arguments.of(
                        it, and(validating, it.aborted(one)), ConnectionState.ProvisioningFailed, Duration.ofDays(30)),
                Arguments.of(
                        it,
                        and(validating, it.validated(one), it.deprovisionRequested()),
                        ConnectionState.PendingRemove,
                        Duration.ofHours(24)));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void stageThatLastsTooLongIsStatedOnce(
            Facts it, List<SpecificRecord> story, ConnectionState state, Duration period) {
        // Given
        story.forEach(judge::state);
        var stage = connection(it).getStageSequence();
        judge.advance(period.minus(SECOND));
        assertThat(judge.stated()).isEmpty();
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.advance(SECOND);

        // Then
        var overdue = judge.stated();
        assertThat(overdue).singleElement().satisfies(said -> {
            assertThat(said.getState()).isEqualTo(state);
            assertThat(said.getKind()).isEqualTo(DeadlineKind.Stage);
            assertThat(said.getWarning()).isFalse();
            assertThat(said.getEnteredAt()).isEqualTo(NOW);
            assertThat(said.getDeadline()).isEqualTo(NOW.plus(period));
            assertThat(said.getMetadata().getConnectionId()).isEqualTo(it.first());
            assertThat(said.getMetadata().getAnswers()).isEqualTo(stage);
            assertThat(said.getMetadata().getStatedBy()).isEqualTo("request-service");
            assertThat(said.getMetadata().getActor()).isEqualTo("request-service");
            assertThat(said.getMetadata().getOccurredAt()).isEqualTo(judge.now());
        });
        assertThat(judge.out(PEERING_TRANSITIONS)).singleElement().satisfies(record -> {
            var transition = (PeeringTransitioned) record.value();
            assertThat(transition.getOutcome()).isEqualTo(TransitionOutcome.Recorded);
            assertThat(transition.getCause().getEventId())
                    .isEqualTo(overdue.getFirst().getMetadata().getEventId());
            assertThat(transition.getCause().getReason())
                    .isEqualTo("The time in " + state + " was up at " + NOW.plus(period) + ".");
        });
        assertThat(connection(it).getState()).isEqualTo(state);
        judge.advance(Duration.ofDays(400));
        judge.advance(Duration.ofDays(400));
        assertThat(judge.stated()).isEmpty();
        assertThat(judge.agenda()).isEmpty();
    }

    @Test
    void wiringIsWarnedOfTenDaysAheadAndThenOverdue() {
        // Given
        judge.state(facts.requestedOne(), facts.approved());
        judge.advance(Duration.ofDays(80).minus(SECOND));
        assertThat(judge.stated()).isEmpty();

        // When
        judge.advance(SECOND);
        var warned = judge.stated();
        judge.advance(Duration.ofDays(10).minus(SECOND));
        var between = judge.stated();
        judge.advance(SECOND);
        var overdue = judge.stated();

        // Then
        var deadline = NOW.plus(Duration.ofDays(90));
        assertThat(warned)
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.Stage, true, deadline));
        assertThat(between).isEmpty();
        assertThat(overdue)
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.Stage, false, deadline));
    }

    @Test
    void activeAndWhatIsOverIsNeverOverdue() {
        // Given
        judge.state(facts.requestedOne(), facts.approved(), facts.wiringCompleted(one), facts.provisioned(one));
        judge.state(facts.validated(one));
        var withdrawn = Facts.ofNewPeering();
        judge.state(withdrawn.requested(), withdrawn.deprovisionRequested());

        // When
        judge.advance(Duration.ofDays(1_000));

        // Then
        assertThat(judge.stated()).isEmpty();
        assertThat(judge.agenda()).isEmpty();
    }

    @Test
    void stageLeftInTimeIsNotStatedAndTheNextAttemptHasItsOwnDeadline() {
        // Given
        judge.state(facts.requestedOne(), facts.approved(), facts.wiringCompleted(one), facts.provisioned(one));
        judge.advance(Duration.ofHours(24));
        var firstAttempt = judge.stated();
        judge.stateNow(facts.aborted(one), facts.retry(one), facts.wiringCompleted(one), facts.provisioned(one));

        // When
        judge.advance(Duration.ofHours(24));

        // Then
        var secondAttempt = judge.stated();
        assertThat(Stream.concat(firstAttempt.stream(), secondAttempt.stream()))
                .extracting(StageOverdue::getState)
                .containsExactly(ConnectionState.Validating, ConnectionState.Validating);
        assertThat(secondAttempt.getFirst().getMetadata().getEventId())
                .isNotEqualTo(firstAttempt.getFirst().getMetadata().getEventId());
    }

    @Test
    void statementThatMeetsALeftStageIsRefusedAsLate() {
        // Given
        judge.state(facts.requestedOne());
        judge.advance(Duration.ofHours(72));
        var overdue = judge.stated().getFirst();
        var race = Facts.ofNewPeering();
        judge.state(race.requestedOne(), race.approved());
        var late = StageOverdue.newBuilder(overdue)
                .setMetadata(EventMetadata.newBuilder(race.metadata(race.first()))
                        .setAnswers(1L)
                        .build())
                .build();

        // When
        judge.state(late);

        // Then
        assertThat(judge.out(PEERING_REFUSALS))
                .extracting(it -> ((FactRefused) it.value()).getCode())
                .containsExactly(RefusalCode.Late);
    }

    private ConnectionSnapshot connection(Facts it) {
        return judge.peering(it.peeringId()).getConnections().getFirst();
    }

    private static List<SpecificRecord> and(List<SpecificRecord> story, SpecificRecord... more) {
        return Stream.concat(story.stream(), Stream.of(more)).toList();
    }
}

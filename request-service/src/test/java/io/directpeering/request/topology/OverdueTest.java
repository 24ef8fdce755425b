package io.directpeering.request.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RefusalCode;
import io.directpeering.events.StageOverdue;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.request.topology.deadline.Due;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.directpeering.request.topology.Facts.NOW;
import static io.directpeering.schemas.Topics.PEERING_EVENTS;
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
        assertThat(stated()).isEmpty();
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.advance(SECOND);

        // Then
        var overdue = stated();
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
        assertThat(stated()).isEmpty();
        assertThat(agenda()).isEmpty();
    }

    @Test
    void wiringIsWarnedOfTenDaysAheadAndThenOverdue() {
        // Given
        judge.state(facts.requestedOne(), facts.approved());
        judge.advance(Duration.ofDays(80).minus(SECOND));
        assertThat(stated()).isEmpty();

        // When
        judge.advance(SECOND);
        var warned = stated();
        judge.advance(Duration.ofDays(10).minus(SECOND));
        var between = stated();
        judge.advance(SECOND);
        var overdue = stated();

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
    void letterIsWarnedOfTenDaysBeforeItExpires() {
        // Given
        var expiry = NOW.plus(Duration.ofDays(60));
        judge.state(facts.requestedOne(), facts.approved(), facts.loaIssued(one, "LOA-1", expiry));
        judge.advance(Duration.ofDays(50).minus(SECOND));
        assertThat(stated()).isEmpty();
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.advance(SECOND);

        // Then
        assertThat(stated())
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.LoaExpiry, true, expiry));
        assertThat(judge.out(PEERING_TRANSITIONS))
                .singleElement()
                .satisfies(it -> assertThat(
                                ((PeeringTransitioned) it.value()).getCause().getReason())
                        .isEqualTo("The letter of authorization expires at " + expiry + "."));
    }

    @Test
    void letterOfAFewDaysIsWarnedOfAtHalfTime() {
        // Given
        judge.state(
                facts.requestedOne(), facts.approved(), facts.loaIssued(one, "LOA-1", NOW.plus(Duration.ofDays(4))));
        judge.advance(Duration.ofDays(2).minus(SECOND));
        assertThat(stated()).isEmpty();

        // When
        judge.advance(SECOND);

        // Then
        assertThat(stated()).extracting(StageOverdue::getKind).containsExactly(DeadlineKind.LoaExpiry);
    }

    @Test
    void letterThatIsUsedOrRevokedIsNotWarnedOfAndItsSuccessorIs() {
        // Given
        var expiry = NOW.plus(Duration.ofDays(60));
        var used = Facts.ofNewPeering();
        judge.state(used.requestedOne(), used.approved(), used.loaIssued(used.first(), "LOA-9", expiry));
        judge.state(used.wiringCompleted(used.first()), used.provisioned(used.first()), used.validated(used.first()));
        judge.state(facts.requestedOne(), facts.approved(), facts.loaIssued(one, "LOA-1", expiry));
        judge.state(facts.loaRevoked(one));

        // When
        judge.advance(Duration.ofDays(55));
        var afterRevocation = stated();
        judge.stateNow(facts.loaIssued(one, "LOA-2", expiry.plus(Duration.ofDays(25))));
        judge.advance(Duration.ofDays(20));
        var ofSuccessor = stated();

        // Then
        assertThat(afterRevocation).isEmpty();
        assertThat(ofSuccessor).extracting(StageOverdue::getKind).containsExactly(DeadlineKind.LoaExpiry);
    }

    @Test
    void whileAQuestionIsOpenTheAnswersClockCounts() {
        // Given
        judge.state(facts.requestedOne(), facts.asked(null));
        judge.advance(Duration.ofDays(7).minus(SECOND));
        assertThat(stated()).isEmpty();

        // When
        judge.advance(SECOND);
        var answer = stated();
        judge.stateNow(facts.answered());
        judge.advance(SECOND);
        var review = stated();

        // Then
        assertThat(answer)
                .extracting(StageOverdue::getKind, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.Answer, NOW.plus(Duration.ofDays(7))));
        assertThat(review)
                .extracting(StageOverdue::getKind, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.Stage, NOW.plus(Duration.ofHours(72))));
    }

    @Test
    void timeThatTheQuestionNamesCountsAndEachQuestionHasItsOwn() {
        // Given
        judge.state(facts.requestedOne(), facts.asked(NOW.plus(Duration.ofHours(5))));

        // When
        judge.advance(Duration.ofHours(5));
        var first = stated();
        judge.stateNow(facts.asked(judge.now().plus(Duration.ofHours(2))));
        judge.advance(Duration.ofHours(2));
        var second = stated();

        // Then
        assertThat(Stream.of(first, second).flatMap(List::stream))
                .extracting(StageOverdue::getKind, StageOverdue::getDeadline)
                .containsExactly(
                        tuple(DeadlineKind.Answer, NOW.plus(Duration.ofHours(5))),
                        tuple(DeadlineKind.Answer, NOW.plus(Duration.ofHours(7))));
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
        assertThat(stated()).isEmpty();
        assertThat(agenda()).isEmpty();
    }

    @Test
    void stageLeftInTimeIsNotStatedAndTheNextAttemptHasItsOwnDeadline() {
        // Given
        judge.state(facts.requestedOne(), facts.approved(), facts.wiringCompleted(one), facts.provisioned(one));
        judge.advance(Duration.ofHours(24));
        var firstAttempt = stated();
        judge.stateNow(facts.aborted(one), facts.retry(one), facts.wiringCompleted(one), facts.provisioned(one));

        // When
        judge.advance(Duration.ofHours(24));

        // Then
        var secondAttempt = stated();
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
        var overdue = stated().getFirst();
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

    @Test
    void nothingIsStatedWhileFactsOfThePastAreStillToBeJudged() {
        // Given
        judge.advance(Duration.ofDays(89));
        judge.state(facts.requestedOne());
        judge.advance(SECOND);
        var beforeTheRest = stated();
        judge.state(facts.approved());
        judge.advance(SECOND);

        // When
        judge.advance(SECOND);

        // Then
        assertThat(beforeTheRest).isEmpty();
        assertThat(stated()).extracting(StageOverdue::getState).containsExactly(ConnectionState.ProvisioningStarted);
    }

    @Test
    void peeringsOfAnEarlierReleaseAreFoundInPassing() {
        // Given
        var others = Stream.generate(Facts::ofNewPeering).limit(450).toList();
        try (var before = new JudgeDriver()) {
            others.forEach(each -> before.state(each.requestedOne()));
            others.forEach(each -> judge.<PeeringSnapshot>store(Stores.PEERINGS)
                    .put(each.peeringId().toString(), before.peering(each.peeringId())));
        }
        var walk = Duration.ofMillis(100);

        // When
        judge.advance(Duration.ofHours(72));
        judge.advance(walk);
        judge.advance(walk);
        judge.advance(walk);

        // Then
        assertThat(stated())
                .extracting(it -> it.getMetadata().getPeeringId())
                .containsExactlyInAnyOrderElementsOf(
                        others.stream().map(Facts::peeringId).toList());
    }

    @Test
    void shorterPeriodHoldsForWhatStandsAlreadyAndWhatWasStatedIsNotStatedAgain() {
        // Given
        var stands = Facts.ofNewPeering();
        var wasStated = Facts.ofNewPeering();
        judge.state(wasStated.requestedOne());
        judge.advance(Duration.ofHours(72));
        assertThat(stated()).hasSize(1);
        judge.stateNow(stands.requestedOne());
        try (var restarted = new JudgeDriver(TestDeadlines.byDefault().review(Duration.ofHours(1)))) {
            copy(Stores.PEERINGS, restarted);
            copy(Stores.DECISIONS, restarted);
            restarted.advance(Duration.ofHours(72).plusMinutes(59));
            assertThat(stated(restarted)).isEmpty();

            // When
            restarted.advance(Duration.ofMinutes(1));

            // Then
            assertThat(stated(restarted))
                    .extracting(it -> it.getMetadata().getPeeringId())
                    .containsExactly(stands.peeringId());
        }
    }

    @Test
    void entryOfAPeeringThatIsNotHereIsLetGo() {
        // Given
        judge.<Due, byte[]>storeOf(Stores.DEADLINES).put(new Due(NOW, UUID.randomUUID()), new byte[0]);

        // When
        judge.advance(SECOND);

        // Then
        assertThat(stated()).isEmpty();
        assertThat(agenda()).isEmpty();
    }

    @Test
    void manyAtOnceAreStatedInPortions() {
        // Given
        for (int count = 0; count < 1_200; count++) {
            judge.state(Facts.ofNewPeering().requestedOne());
        }

        // When
        judge.advance(Duration.ofHours(72));
        var first = stated();
        judge.advance(SECOND);
        var second = stated();

        // Then
        assertThat(first).hasSize(1_000);
        assertThat(second).hasSize(200);
    }

    private <V> void copy(String store, JudgeDriver to) {
        try (var all = judge.<V>store(store).all()) {
            all.forEachRemaining(entry -> to.<V>store(store).put(entry.key, entry.value));
        }
    }

    private ConnectionSnapshot connection(Facts it) {
        return judge.peering(it.peeringId()).getConnections().getFirst();
    }

    private List<Instant> agenda() {
        try (var all = judge.<Due, byte[]>storeOf(Stores.DEADLINES).all()) {
            var moments = new ArrayList<Instant>();
            all.forEachRemaining(entry -> moments.add(entry.key.at()));
            return moments;
        }
    }

    private List<StageOverdue> stated() {
        return stated(judge);
    }

    private static List<StageOverdue> stated(JudgeDriver judge) {
        return judge.out(PEERING_EVENTS).stream()
                .map(it -> (StageOverdue) it.value())
                .toList();
    }

    private static List<SpecificRecord> and(List<SpecificRecord> story, SpecificRecord... more) {
        return Stream.concat(story.stream(), Stream.of(more)).toList();
    }
}

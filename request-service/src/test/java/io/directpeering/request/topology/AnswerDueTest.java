package io.directpeering.request.topology;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.directpeering.events.DeadlineKind;
import io.directpeering.events.PassedDeadline;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StageOverdue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.topology.Facts.NOW;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// The clock of a review stands still while the peer is asked, and starts anew with the answer.
class AnswerDueTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void whileAQuestionIsOpenTheAnswersClockCounts() {
        // Given
        judge.state(facts.requestedOne(), facts.asked(null));
        judge.advance(Duration.ofDays(5).minus(SECOND));
        assertThat(judge.stated()).isEmpty();
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.advance(SECOND);
        var reminder = judge.out(PEERING_TRANSITIONS);
        judge.stated();
        judge.advance(Duration.ofDays(2));
        var overdue = judge.stated();

        // Then
        var due = NOW.plus(Duration.ofDays(7));
        assertThat(reminder).singleElement().satisfies(it -> {
            var cause = ((PeeringTransitioned) it.value()).getCause();
            assertThat(cause.getDeadline()).isEqualTo(new PassedDeadline(DeadlineKind.Answer, due, true));
            assertThat(cause.getReason()).isEqualTo("The answer to the operator's question is due at " + due + ".");
        });
        assertThat(overdue)
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.Answer, false, due));
    }

    @Test
    void anAnswerStartsTheReviewsClockAnew() {
        // Given
        judge.state(facts.requestedOne());
        judge.advance(Duration.ofHours(72));
        var before = judge.stated();
        judge.stateNow(facts.asked(null));
        judge.advance(Duration.ofDays(1));
        var answered = judge.now();
        judge.stateNow(facts.answered());

        // When
        judge.advance(Duration.ofHours(72).minus(SECOND));
        var early = judge.stated();
        judge.advance(SECOND);
        var after = judge.stated();

        // Then
        assertThat(before).hasSize(1);
        assertThat(early).isEmpty();
        assertThat(after)
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.Stage, false, answered.plus(Duration.ofHours(72))));
        assertThat(judge.peering(facts.peeringId()).getAnsweredAt()).isEqualTo(answered);
    }

    @Test
    void whatIsToldUnaskedGivesTheOperatorNoMoreTime() {
        // Given
        judge.state(facts.requestedOne());
        judge.advance(Duration.ofHours(71));
        judge.stateNow(facts.answered());

        // When
        judge.advance(Duration.ofHours(1));

        // Then
        assertThat(judge.stated())
                .extracting(StageOverdue::getDeadline)
                .containsExactly(NOW.plus(Duration.ofHours(72)));
    }

    @Test
    void timeThatTheQuestionNamesCountsAndEachQuestionHasItsOwn() {
        // Given
        judge.state(facts.requestedOne(), facts.asked(NOW.plus(Duration.ofHours(5))));

        // When
        judge.advance(Duration.ofHours(5));
        var first = judge.stated();
        judge.stateNow(facts.asked(judge.now().plus(Duration.ofHours(2))));
        judge.advance(Duration.ofHours(2));
        var second = judge.stated();

        // Then: the reminders at half time were passed over with it
        assertThat(Stream.of(first, second).flatMap(List::stream))
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(
                        tuple(DeadlineKind.Answer, false, NOW.plus(Duration.ofHours(5))),
                        tuple(DeadlineKind.Answer, false, NOW.plus(Duration.ofHours(7))));
    }
}

package io.directpeering.request.topology;

import java.time.Duration;
import java.util.UUID;

import io.directpeering.events.DeadlineKind;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StageOverdue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.directpeering.request.topology.Facts.NOW;
import static io.directpeering.schemas.Topics.PEERING_TRANSITIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// A letter of authorization that nobody used is warned of, and its end is stated.
class LetterDueTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final JudgeDriver judge = new JudgeDriver();
    private final Facts facts = Facts.ofNewPeering();
    private final UUID one = facts.first();

    @AfterEach
    void close() {
        judge.close();
    }

    @Test
    void letterIsWarnedOfTenDaysBeforeItExpires() {
        // Given
        var expiry = NOW.plus(Duration.ofDays(60));
        judge.state(facts.requestedOne(), facts.approved(), facts.loaIssued(one, "LOA-1", expiry));
        judge.advance(Duration.ofDays(50).minus(SECOND));
        assertThat(judge.stated()).isEmpty();
        judge.out(PEERING_TRANSITIONS);

        // When
        judge.advance(SECOND);

        // Then
        assertThat(judge.stated())
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.LoaExpiry, true, expiry));
        assertThat(judge.out(PEERING_TRANSITIONS))
                .singleElement()
                .satisfies(it -> assertThat(
                                ((PeeringTransitioned) it.value()).getCause().getReason())
                        .isEqualTo("The letter of authorization expires at " + expiry + "."));
    }

    @Test
    void letterThatExpiresUnusedIsStated() {
        // Given
        var expiry = NOW.plus(Duration.ofDays(60));
        judge.state(facts.requestedOne(), facts.approved(), facts.loaIssued(one, "LOA-1", expiry));
        judge.advance(Duration.ofDays(60).minus(SECOND));
        judge.stated();

        // When
        judge.advance(SECOND);

        // Then
        assertThat(judge.stated())
                .extracting(StageOverdue::getKind, StageOverdue::getWarning, StageOverdue::getDeadline)
                .containsExactly(tuple(DeadlineKind.LoaExpiry, false, expiry));
    }

    @Test
    void letterOfAFewDaysIsWarnedOfAtHalfTime() {
        // Given
        judge.state(
                facts.requestedOne(), facts.approved(), facts.loaIssued(one, "LOA-1", NOW.plus(Duration.ofDays(4))));
        judge.advance(Duration.ofDays(2).minus(SECOND));
        assertThat(judge.stated()).isEmpty();

        // When
        judge.advance(SECOND);

        // Then
        assertThat(judge.stated()).extracting(StageOverdue::getKind).containsExactly(DeadlineKind.LoaExpiry);
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
        var afterRevocation = judge.stated();
        judge.stateNow(facts.loaIssued(one, "LOA-2", expiry.plus(Duration.ofDays(25))));
        judge.advance(Duration.ofDays(20));
        var ofSuccessor = judge.stated();

        // Then
        assertThat(afterRevocation).isEmpty();
        assertThat(ofSuccessor).extracting(StageOverdue::getKind).containsExactly(DeadlineKind.LoaExpiry);
    }
}

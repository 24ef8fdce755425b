package io.directpeering.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.Loa;
import io.directpeering.notification.Example;
import io.directpeering.notification.message.Message.AnswerDue;
import io.directpeering.notification.message.Message.LetterExpiring;
import io.directpeering.notification.message.Message.OperatorOverdue;
import io.directpeering.notification.message.Message.PeerOverdue;
import io.directpeering.notification.message.Message.WiringDue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OverdueTest {

    private static final Instant ENTERED = Instant.parse("2026-11-01T00:00:00Z");

    private final Example example = new Example();

    @Test
    void aReminderComesBeforeAnAnswerIsDue() {
        // Given
        example.asks("Which facility?", example.occurredAt.plus(Duration.ofDays(1)));
        // When
        var told = told(ConnectionState.PendingApproval);
        // Then
        assertThat(told).singleElement().isInstanceOfSatisfying(AnswerDue.class, due -> {
            assertThat(due.late()).isFalse();
            assertThat(due.question()).isEqualTo("Which facility?");
        });
    }

    @Test
    void anAnswerThatIsDueIsLate() {
        // Given
        example.asks("Which facility?", example.occurredAt);
        // When
        var told = told(ConnectionState.PendingApproval);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        AnswerDue.class, due -> assertThat(due.late()).isTrue());
    }

    @Test
    void aReviewWithoutAQuestionIsTheOperatorsTurn() {
        // Given
        // When
        var told = told(ConnectionState.PendingApproval);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OperatorOverdue.class,
                        overdue -> assertThat(overdue.review()).isTrue());
    }

    @Test
    void aWarningComesBeforeTheLettersWindowCloses() {
        // Given
        wiring(Duration.ofDays(50), Duration.ofDays(60), false);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        LetterExpiring.class,
                        expiring -> assertThat(expiring.late()).isFalse());
    }

    @Test
    void aLetterThatExpiredIsLate() {
        // Given
        wiring(Duration.ofDays(60), Duration.ofDays(60), false);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        LetterExpiring.class,
                        expiring -> assertThat(expiring.late()).isTrue());
    }

    @Test
    void aLetterThatOutlivesTheStageIsNotWarnedOf() {
        // Given
        wiring(Duration.ofDays(80), Duration.ofDays(115), false);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        WiringDue.class, due -> assertThat(due.wireBy()).isEqualTo(ENTERED.plus(Duration.ofDays(90))));
    }

    @Test
    void aRevokedLetterIsNotWarnedOf() {
        // Given
        wiring(Duration.ofDays(50), Duration.ofDays(60), true);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told).singleElement().isInstanceOf(WiringDue.class);
    }

    @Test
    void aStageThatIsOverIsOverdue() {
        // Given
        wiring(Duration.ofDays(90), Duration.ofDays(60), false);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told).singleElement().isInstanceOf(PeerOverdue.class);
    }

    private void wiring(Duration since, Duration letterHolds, boolean revoked) {
        example.enteredAt = ENTERED;
        example.occurredAt = ENTERED.plus(since);
        example.loa = new Loa("LOA-1", ENTERED, ENTERED.plus(letterHolds), null);
        example.loaRevoked = revoked;
    }

    private List<Message> told(ConnectionState state) {
        var telling = Telling.of(example.recorded(3, "StageOverdue", state, null), TestDeadlines.USUAL);
        return switch (telling) {
            case Telling.Tell(List<Message> messages) -> messages;
            case Telling.PassOver _ -> List.of();
        };
    }
}

package io.directpeering.notification.message;

import java.util.List;
import java.util.stream.Stream;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.notification.Example;
import io.directpeering.notification.message.Message.AnswerDue;
import io.directpeering.notification.message.Message.LetterExpiring;
import io.directpeering.notification.message.Message.OperatorOverdue;
import io.directpeering.notification.message.Message.PeerOverdue;
import io.directpeering.notification.message.Message.WiringDue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OverdueTest {

    private final Example example = new Example();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerIsRemindedOfAndThenLate(boolean warning) {
        // Given
        example.asks("Which facility?", null);
        example.passes(DeadlineKind.Answer, warning);
        // When
        var told = told(ConnectionState.PendingApproval);
        // Then
        assertThat(told).singleElement().isInstanceOfSatisfying(AnswerDue.class, due -> {
            assertThat(due.late()).isEqualTo(!warning);
            assertThat(due.question()).isEqualTo("Which facility?");
            assertThat(due.answerBy()).isEqualTo(example.passed().getAt());
        });
    }

    @Test
    void anAnswerThatCameMeanwhileIsNotAskedFor() {
        // Given
        example.passes(DeadlineKind.Answer, false);
        // When
        var told = told(ConnectionState.PendingApproval);
        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void aReviewThatLastsTooLongIsTheOperatorsTurn() {
        // Given
        example.passes(DeadlineKind.Stage, false);
        // When
        var told = told(ConnectionState.PendingApproval);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        OperatorOverdue.class,
                        overdue -> assertThat(overdue.review()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLettersEndIsWarnedOfAndTold(boolean warning) {
        // Given
        example.passes(DeadlineKind.LoaExpiry, warning);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        LetterExpiring.class,
                        expiring -> assertThat(expiring.late()).isEqualTo(!warning));
    }

    @Test
    void aRevokedLetterIsNotWarnedOf() {
        // Given
        example.loaRevoked = true;
        example.passes(DeadlineKind.LoaExpiry, true);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void theEndOfWiringIsWarnedOf() {
        // Given
        example.passes(DeadlineKind.Stage, true);
        // When
        var told = told(ConnectionState.ProvisioningStarted);
        // Then
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        WiringDue.class,
                        due -> assertThat(due.wireBy())
                                .isEqualTo(example.passed().getAt()));
    }

    static Stream<Arguments> turns() {
        return Stream.of(
                Arguments.of(ConnectionState.ProvisioningStarted, List.of(PeerOverdue.class)),
                Arguments.of(ConnectionState.ProvisioningFailed, List.of(PeerOverdue.class)),
                Arguments.of(ConnectionState.ProvisioningCompleted, List.of(OperatorOverdue.class)),
                Arguments.of(ConnectionState.Validating, List.of(OperatorOverdue.class)),
                Arguments.of(ConnectionState.PendingRemove, List.of(OperatorOverdue.class)),
                Arguments.of(ConnectionState.Active, List.of()));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void aStageThatIsOverIsWhoseTurnItIs(ConnectionState state, List<Class<? extends Message>> turn) {
        // Given
        example.passes(DeadlineKind.Stage, false);
        // When
        var told = told(state);
        // Then
        assertThat(told).extracting(Object::getClass).isEqualTo(turn);
    }

    private List<Message> told(ConnectionState state) {
        var telling = Telling.of(example.recorded(3, "StageOverdue", state, null), TestDeadlines.USUAL);
        return switch (telling) {
            case Telling.Tell(List<Message> messages) -> messages;
            case Telling.PassOver _ -> List.of();
        };
    }
}

package io.directpeering.notification.message;

import java.util.Optional;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PassedDeadline;
import io.directpeering.notification.message.Message.AnswerDue;
import io.directpeering.notification.message.Message.LetterExpiring;
import io.directpeering.notification.message.Message.OperatorOverdue;
import io.directpeering.notification.message.Message.PeerOverdue;
import io.directpeering.notification.message.Message.WiringDue;
import org.jspecify.annotations.Nullable;

/// What a StageOverdue says to whom: each side is reminded of its own turn only.
final class Overdue {

    private Overdue() {}

    /// @param passed null: whoever judged it did not say which deadline; then it is taken for the stage's
    /// @return empty where it is nobody's turn: what it was about has passed
    static Optional<Message> of(Matter matter, @Nullable PassedDeadline passed, Deadlines deadlines) {
        if (passed == null) {
            return stageOver(matter);
        }
        return switch (passed.getKind()) {
            case Answer -> answer(matter, passed);
            case LoaExpiry -> letter(matter, passed, deadlines);
            case Stage, Unknown -> passed.getWarning() ? stageEnding(matter, passed) : stageOver(matter);
        };
    }

    private static Optional<Message> answer(Matter matter, PassedDeadline passed) {
        return Optional.ofNullable(matter.peering().openQuestion())
                .map(question -> new AnswerDue(matter, question.text(), passed.getAt(), !passed.getWarning()));
    }

    private static Optional<Message> letter(Matter matter, PassedDeadline passed, Deadlines deadlines) {
        return matter.connections().stream()
                        .map(Connection::letter)
                        .anyMatch(letter -> letter != null && !letter.revoked())
                ? Optional.of(new LetterExpiring(
                        matter, matter.enteredAt().plus(deadlines.provisioningStarted()), !passed.getWarning()))
                : Optional.empty();
    }

    private static Optional<Message> stageEnding(Matter matter, PassedDeadline passed) {
        return state(matter)
                .filter(ConnectionState.ProvisioningStarted::equals)
                .map(_ -> new WiringDue(matter, passed.getAt()));
    }

    private static Optional<Message> stageOver(Matter matter) {
        return state(matter).flatMap(state -> switch (state) {
            case ProvisioningStarted, ProvisioningFailed -> Optional.of(new PeerOverdue(matter));
            case PendingApproval, ProvisioningCompleted, Validating, PendingRemove ->
                Optional.of(new OperatorOverdue(matter));
            case Active, Removed, Rejected, Unknown -> Optional.empty();
        });
    }

    /// A deadline is one connection's.
    private static Optional<ConnectionState> state(Matter matter) {
        return matter.connections().stream().map(Connection::state).findFirst();
    }
}

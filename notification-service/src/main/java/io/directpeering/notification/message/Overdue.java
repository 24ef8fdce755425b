package io.directpeering.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.notification.message.Message.AnswerDue;
import io.directpeering.notification.message.Message.LetterExpiring;
import io.directpeering.notification.message.Message.OperatorOverdue;
import io.directpeering.notification.message.Message.PeerOverdue;
import io.directpeering.notification.message.Message.WiringDue;

/// What a StageOverdue says to whom: each side is reminded of its own turn only.
///
/// A transition names neither the deadline nor its kind, so both are read off what stands in the snapshot: the open
/// question, the letter, and the state with the time it may last ([Deadlines], which must be the judge's). Where two
/// deadlines are close to each other the mail names both, so that taking one for the other misleads nobody.
final class Overdue {

    private Overdue() {}

    /// @return empty where nobody's turn is late: what it was about has passed
    static List<Message> of(Matter matter, Deadlines deadlines) {
        var reviewed = new ArrayList<Connection>();
        var wiring = new ArrayList<Connection>();
        var failed = new ArrayList<Connection>();
        var operators = new ArrayList<Connection>();
        for (var connection : matter.connections()) {
            switch (connection.state()) {
                case PendingApproval -> reviewed.add(connection);
                case ProvisioningStarted -> wiring.add(connection);
                case ProvisioningFailed -> failed.add(connection);
                case ProvisioningCompleted, Validating, PendingRemove -> operators.add(connection);
                case Active, Removed, Rejected, Unknown -> {}
            }
        }
        var messages = new ArrayList<Message>();
        if (!reviewed.isEmpty()) {
            messages.add(review(matter.about(reviewed), deadlines));
        }
        if (!wiring.isEmpty()) {
            messages.add(wiring(matter.about(wiring), deadlines));
        }
        if (!failed.isEmpty()) {
            messages.add(new PeerOverdue(matter.about(failed)));
        }
        if (!operators.isEmpty()) {
            messages.add(new OperatorOverdue(matter.about(operators)));
        }
        return List.copyOf(messages);
    }

    private static Message review(Matter matter, Deadlines deadlines) {
        var question = matter.peering().openQuestion();
        if (question == null) {
            return new OperatorOverdue(matter);
        }
        var dueAt = question.dueAt(deadlines);
        return new AnswerDue(matter, question.text(), dueAt, !matter.at().isBefore(dueAt));
    }

    private static Message wiring(Matter matter, Deadlines deadlines) {
        var wireBy = matter.enteredAt().plus(deadlines.provisioningStarted());
        if (!matter.at().isBefore(wireBy)) {
            return new PeerOverdue(matter);
        }
        return matter.connections().stream()
                .map(Connection::letter)
                .filter(letter -> letter != null && !letter.revoked())
                .map(Connection.Letter::expiresAt)
                .min(Instant::compareTo)
                .filter(expiry -> expiry.isBefore(wireBy))
                .<Message>map(expiry ->
                        new LetterExpiring(matter, wireBy, !matter.at().isBefore(expiry)))
                .orElseGet(() -> new WiringDue(matter, wireBy));
    }
}

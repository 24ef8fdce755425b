package io.directpeering.approval.statement;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;

/// Writes down what became of each statement.
@ApplicationScoped
class OutcomeMarks implements OutcomeFollower {

    @Override
    public void accepted(PeeringTransitioned transition) {
        mark(transition.getCause().getEventId(), statement -> {
            statement.outcome = Statement.Outcome.Accepted;
            statement.outcomeSequence = transition.getSequence();
        });
    }

    @Override
    public void refused(FactRefused refusal) {
        mark(refusal.getCause().getEventId(), statement -> {
            statement.outcome = Statement.Outcome.Refused;
            statement.outcomeSequence = refusal.getSequence();
            statement.refusalCode = refusal.getCode().name();
            statement.refusalReason = refusal.getReason();
            statement.refusalState = refusal.getConnections().stream()
                    .map(connection -> connection.getState().name())
                    .distinct()
                    .collect(Collectors.joining(", "));
        });
    }

    /// The first outcome stands: a fact has one.
    private static void mark(UUID eventId, Consumer<Statement> write) {
        Statement statement = Statement.findById(eventId, LockModeType.PESSIMISTIC_WRITE);
        if (statement != null && statement.outcome == Statement.Outcome.Undecided) {
            write.accept(statement);
        }
    }
}

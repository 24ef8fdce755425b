package io.directpeering.approval.statement;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.directpeering.events.Cause;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.outcomes.OutcomeFollower;
import io.directpeering.schemas.Topics;

/// Writes down what became of each statement.
@ApplicationScoped
class OutcomeMarks implements OutcomeFollower {

    @Override
    public void accepted(PeeringTransitioned transition) {
        mark(transition.getCause(), statement -> {
            statement.outcome = Statement.Outcome.Accepted;
            statement.outcomeSequence = transition.getSequence();
        });
    }

    @Override
    public void refused(FactRefused refusal) {
        mark(refusal.getCause(), statement -> {
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

    /// The first outcome stands: a fact has one. What others stated has no row here.
    private static void mark(Cause fact, Consumer<Statement> write) {
        if (!fact.getStatedBy().equals(Topics.APPROVAL_SERVICE)) {
            return;
        }
        Statement statement = Statement.findById(fact.getEventId(), LockModeType.PESSIMISTIC_WRITE);
        if (statement != null && statement.outcome == Statement.Outcome.Undecided) {
            write.accept(statement);
        }
    }
}

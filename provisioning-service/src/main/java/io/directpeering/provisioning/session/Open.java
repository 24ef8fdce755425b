package io.directpeering.provisioning.session;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.TrafficOpened;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;

/// Lifts DENY ALL from an active connection, for the first time or after a maintenance.
@ApplicationScoped
class Open implements Worker {

    private final Sessions sessions;
    private final Statement statement;

    Open(Sessions sessions, Statement statement) {
        this.sessions = sessions;
        this.statement = statement;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.OPEN, Task.REOPEN);
    }

    @Override
    public Progress work(Job job) {
        // Read as late as can be: only what is Active now may be opened.
        if (!mayBeOpened(job)) {
            return new Progress.Failed("The connection is no longer Active, or in maintenance");
        }
        return sessions.plan(job.connectionId())
                .map(plan -> open(job, plan))
                .orElseGet(() -> new Progress.Failed("The connection has no port"));
    }

    private Progress open(Job job, Plan plan) {
        return switch (sessions.apply(plan, Policy.OPEN)) {
            case Answer.Done(var applied) ->
                new Progress.Done(() -> Optional.of(new TrafficOpened(
                        statement.byAutomation(job, "TrafficOpened"), plan.router(), applied.specHash())));
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    @Transactional
    boolean mayBeOpened(Job job) {
        Connection connection = Connection.findById(job.connectionId());
        return connection.mayCarryTraffic()
                && connection.stageSequence <= job.stage().sequence();
    }
}

package io.directpeering.provisioning.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.events.Maintenance;
import io.directpeering.events.MaintenanceCompleted;
import io.directpeering.events.MaintenanceStarted;
import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;

/// Keeps a maintenance's window: says when it begins, drains, denies, sees to it that nothing flows meanwhile, and says
/// when it is over. Opening again follows from that fact ([Open]), whoever stated it.
@ApplicationScoped
class Maintain implements Worker {

    private static final String DENIED = "denied";
    /// How often it is looked whether the router still lets nothing through.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final Draining draining;
    private final Statement statement;
    private final InstantSource clock;

    Maintain(Sessions sessions, Draining draining, Statement statement, InstantSource clock) {
        this.sessions = sessions;
        this.draining = draining;
        this.statement = statement;
        this.clock = clock;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.BEGIN_MAINTENANCE, Task.MAINTAIN);
    }

    @Override
    public Progress work(Job job) {
        var planned = planned(job);
        if (job.task() == Task.BEGIN_MAINTENANCE) {
            return new Progress.Done(() -> Optional.of(new MaintenanceStarted(
                    statement.byAutomation(job, "MaintenanceStarted"), planned.getMaintenanceId())));
        }
        return sessions.plan(job.connectionId())
                .map(plan -> maintain(job, plan, planned))
                .orElseGet(() -> new Progress.Failed("The connection has no port"));
    }

    private Progress maintain(Job job, Plan plan, Maintenance planned) {
        return job.step().isEmpty() ? draining.start(plan, it -> deny(job, it, planned)) : deny(job, plan, planned);
    }

    private Progress deny(Job job, Plan plan, Maintenance planned) {
        return switch (sessions.apply(plan, Policy.DENY_ALL)) {
            case Answer.Done(var _) -> denied(job, planned);
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress denied(Job job, Maintenance planned) {
        var left = Duration.between(clock.instant(), planned.getEndsAt());
        if (left.isPositive()) {
            return new Progress.Later(
                    left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN,
                    DENIED,
                    "Nothing is let through until " + planned.getEndsAt());
        }
        return new Progress.Done(() -> Optional.of(new MaintenanceCompleted(
                statement.byAutomation(job, "MaintenanceCompleted"), planned.getMaintenanceId())));
    }

    @Transactional
    Maintenance planned(Job job) {
        Connection connection = Connection.findById(job.connectionId());
        return connection.snapshot().getMaintenance().getPlanned();
    }
}

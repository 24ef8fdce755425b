package io.directpeering.provisioning.session;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Deprovisioned;
import io.directpeering.provisioning.allocation.Allocations;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;
import org.jspecify.annotations.Nullable;

/// Takes a connection down without dropping what is on it: drain, wait, deny, remove; then its port and its addresses
/// are free.
@ApplicationScoped
class Remove implements Worker {

    private final Sessions sessions;
    private final Draining draining;
    private final Allocations allocations;
    private final Statement statement;

    Remove(Sessions sessions, Draining draining, Allocations allocations, Statement statement) {
        this.sessions = sessions;
        this.draining = draining;
        this.allocations = allocations;
        this.statement = statement;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.REMOVE);
    }

    @Override
    public Progress work(Job job) {
        var plan = sessions.plan(job.connectionId());
        if (plan.isEmpty()) {
            return removed(job, null);
        }
        return job.step().equals(Draining.STEP)
                ? takeDown(job, plan.get())
                : draining.start(plan.get(), it -> takeDown(job, it));
    }

    private Progress takeDown(Job job, Plan plan) {
        return switch (sessions.observe(plan)) {
            case Answer.Done(var found) -> found.isPresent() ? denyAndRemove(job, plan) : removed(job, plan.router());
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress denyAndRemove(Job job, Plan plan) {
        return switch (sessions.apply(plan, Policy.DENY_ALL)) {
            case Answer.Done(var _) ->
                switch (sessions.remove(plan)) {
                    case Answer.Done(var _) -> removed(job, plan.router());
                    case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
                };
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress removed(Job job, @Nullable String router) {
        return new Progress.Done(() -> {
            allocations.release(job.connectionId());
            return Optional.of(new Deprovisioned(statement.byAutomation(job, "Deprovisioned"), router));
        });
    }
}

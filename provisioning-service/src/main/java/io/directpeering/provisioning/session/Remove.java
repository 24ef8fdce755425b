package io.directpeering.provisioning.session;

import java.time.Duration;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Takes a connection down without dropping what is on it: drain, wait, deny, remove; then its port and its addresses
/// are free.
@ApplicationScoped
class Remove implements Worker {

    private static final String DRAINING = "draining";

    private final Sessions sessions;
    private final Allocations allocations;
    private final Statement statement;
    private final Duration drain;

    Remove(
            Sessions sessions,
            Allocations allocations,
            Statement statement,
            @ConfigProperty(name = "peering.drain.lasts", defaultValue = "2s") Duration drain) {
        this.sessions = sessions;
        this.allocations = allocations;
        this.statement = statement;
        this.drain = drain;
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
        return job.step().equals(DRAINING) ? takeDown(job, plan.get()) : drain(job, plan.get());
    }

    private Progress drain(Job job, Plan plan) {
        return switch (sessions.observe(plan)) {
            case Answer.Done(var found) ->
                found.isPresent() && found.get().policy() != Policy.DENY_ALL
                        ? startDraining(plan)
                        : takeDown(job, plan);
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress startDraining(Plan plan) {
        return switch (sessions.apply(plan, Policy.DRAIN)) {
            case Answer.Done(var _) ->
                new Progress.Later(drain, DRAINING, "Traffic moves away for " + drain.toMillis() / 1000.0 + " s");
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
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

package io.directpeering.provisioning.session;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;

/// Sees to it that a failed connection's session, if there is one, lets nothing through.
@ApplicationScoped
class Deny implements Worker {

    private final Sessions sessions;

    Deny(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.DENY);
    }

    @Override
    public Progress work(Job job) {
        var plan = sessions.plan(job.connectionId());
        return plan.isEmpty() ? denied() : deny(plan.get());
    }

    private Progress deny(Plan plan) {
        return switch (sessions.observe(plan)) {
            case Answer.Done(var found) ->
                found.isEmpty() || found.get().policy() == Policy.DENY_ALL ? denied() : shut(plan);
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress shut(Plan plan) {
        return switch (sessions.apply(plan, Policy.DENY_ALL)) {
            case Answer.Done(var _) -> denied();
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private static Progress denied() {
        return new Progress.Done(Optional::empty);
    }
}

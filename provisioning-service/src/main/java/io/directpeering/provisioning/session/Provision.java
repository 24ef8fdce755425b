package io.directpeering.provisioning.session;

import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.BgpSessionProvisioned;
import io.directpeering.events.ProvisioningAborted;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;

/// Brings the session up on its router, letting nothing through.
@ApplicationScoped
class Provision implements Worker {

    private final Sessions sessions;
    private final Statement statement;

    Provision(Sessions sessions, Statement statement) {
        this.sessions = sessions;
        this.statement = statement;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.PROVISION);
    }

    @Override
    public Progress work(Job job) {
        return sessions.plan(job.connectionId())
                .map(plan -> provision(job, plan))
                .orElseGet(() -> abort(
                        job,
                        "The wiring was reported before a port was assigned. Retry, and wire to the port that the"
                                + " letter of authorization names."));
    }

    private Progress provision(Job job, Plan plan) {
        return switch (sessions.apply(plan, Policy.DENY_ALL)) {
            case Answer.Done(var applied) ->
                new Progress.Done(() -> Optional.of(new BgpSessionProvisioned(
                        statement.byAutomation(job, "BgpSessionProvisioned"),
                        plan.router(),
                        applied.specHash(),
                        plan.addresses())));
            case Answer.Rejected(var reason) ->
                abort(
                        job,
                        "The router refuses the session: " + reason + ". The operator has to mend that; then retry.");
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress abort(Job job, String reason) {
        return new Progress.Done(
                () -> Optional.of(new ProvisioningAborted(statement.byAutomation(job, "ProvisioningAborted"), reason)));
    }
}

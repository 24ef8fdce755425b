package io.directpeering.provisioning.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.BgpValidated;
import io.directpeering.events.BgpValidationFailed;
import io.directpeering.events.CheckResult;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.session.Checks.Check;
import io.directpeering.provisioning.work.Job;
import io.directpeering.provisioning.work.Statement;
import io.directpeering.provisioning.work.Task;
import io.directpeering.provisioning.work.Worker;

/// Looks at the session until every check passes, or patience ends.
@ApplicationScoped
class Validate implements Worker {

    private final Sessions sessions;
    private final ValidationSettings settings;
    private final Statement statement;
    private final InstantSource clock;

    Validate(Sessions sessions, ValidationSettings settings, Statement statement, InstantSource clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.statement = statement;
        this.clock = clock;
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.VALIDATE);
    }

    @Override
    public Progress work(Job job) {
        return sessions.plan(job.connectionId())
                .map(plan -> validate(job, plan))
                .orElseGet(() -> new Progress.Failed("The connection has no port"));
    }

    private Progress validate(Job job, Plan plan) {
        return switch (sessions.observe(plan)) {
            case Answer.Done(Optional<Sighting> found) ->
                found.map(sighting -> judge(job, plan, sighting)).orElseGet(() -> bringBack(plan));
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress judge(Job job, Plan plan, Sighting sighting) {
        var now = clock.instant();
        var checks = new Checks(plan, sighting, settings.quietFor(), now).all();
        if (checks.stream().allMatch(Check::passed)) {
            return new Progress.Done(
                    () -> Optional.of(new BgpValidated(statement.byAutomation(job, "BgpValidated"), results(checks))));
        }
        var reason = Checks.reason(checks);
        if (now.isBefore(job.begunAt().plus(settings.patience()))) {
            return new Progress.Later(settings.lookEvery(), "looking", reason);
        }
        return new Progress.Done(() -> Optional.of(
                new BgpValidationFailed(statement.byAutomation(job, "BgpValidationFailed"), results(checks), reason)));
    }

    /// The router has lost the session, which is nothing that a peer could mend.
    private Progress bringBack(Plan plan) {
        return switch (sessions.apply(plan, Policy.DENY_ALL)) {
            case Answer.Done(var _) ->
                new Progress.Later(settings.lookEvery(), "brought back", "The router had lost the session");
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private static List<CheckResult> results(List<Check> checks) {
        return checks.stream()
                .map(check -> new CheckResult(check.name(), check.passed(), check.evidence()))
                .toList();
    }
}

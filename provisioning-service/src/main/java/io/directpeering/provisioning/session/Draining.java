package io.directpeering.provisioning.session;

import java.time.Duration;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.work.Worker.Progress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Moves traffic away (RFC 8326) before nothing is let through any more.
@ApplicationScoped
class Draining {

    /// What a worker has done once traffic is being moved away.
    static final String STEP = "draining";

    private final Sessions sessions;
    private final Duration lasts;

    Draining(Sessions sessions, @ConfigProperty(name = "peering.drain.lasts", defaultValue = "2s") Duration lasts) {
        this.sessions = sessions;
        this.lasts = lasts;
    }

    /// Begins, and leaves the rest for later.
    ///
    /// @param denied what to do where there is nothing to move: no session, or none that lets anything through
    Progress start(Plan plan, Function<Plan, Progress> denied) {
        return switch (sessions.observe(plan)) {
            case Answer.Done(var found) ->
                found.isPresent() && found.get().policy() != Policy.DENY_ALL ? drain(plan) : denied.apply(plan);
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }

    private Progress drain(Plan plan) {
        return switch (sessions.apply(plan, Policy.DRAIN)) {
            case Answer.Done(var _) ->
                new Progress.Later(lasts, STEP, "Traffic moves away for " + lasts.toMillis() / 1000.0 + " s");
            case Answer.Failed<?> failed -> new Progress.Failed(failed.reason());
        };
    }
}

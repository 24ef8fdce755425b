package io.directpeering.provisioning.session;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.provisioning.connection.Connection;
import io.directpeering.provisioning.prefixlist.FilterErrands;
import io.directpeering.provisioning.prefixlist.FilterErrands.Errand;
import io.directpeering.provisioning.prefixlist.FilterErrands.Result;
import io.directpeering.provisioning.router.Answer;
import io.directpeering.provisioning.router.Policy;
import io.directpeering.provisioning.router.Sighting;
import io.directpeering.provisioning.work.LaneWork;
import org.jboss.logging.Logger;

/// Takes a changed prefix list to a session that is there, whose policy stays as it is found.
@ApplicationScoped
class Refilter implements LaneWork {

    private static final Logger LOG = Logger.getLogger(Refilter.class);

    private final FilterErrands errands;
    private final Sessions sessions;

    Refilter(FilterErrands errands, Sessions sessions) {
        this.errands = errands;
        this.sessions = sessions;
    }

    @Override
    public List<String> dueLanes() {
        return errands.dueLanes();
    }

    @Override
    public boolean workNext(String lane) {
        var errand = errands.nextDue(lane);
        errand.ifPresent(this::run);
        return errand.isPresent();
    }

    private void run(Errand errand) {
        Result result;
        try {
            result = sessions.plan(errand.connectionId())
                    .map(this::refilter)
                    .orElseGet(() -> new Result.Done("The connection has no port any more"));
        } catch (RuntimeException e) {
            LOG.warnf(e, "An attempt failed: task=REFILTER connection=%s", errand.connectionId());
            result = new Result.Failed(e.toString());
        }
        errands.settle(errand, result);
        if (result instanceof Result.Failed(var reason)) {
            LOG.infof("To be tried again: task=REFILTER connection=%s reason=%s", errand.connectionId(), reason);
        }
    }

    private Result refilter(Plan plan) {
        return switch (sessions.observe(plan)) {
            case Answer.Done(Optional<Sighting> found) ->
                found.map(sighting -> refilter(plan, sighting.policy()))
                        .orElseGet(() -> new Result.Done("There is no session yet; it begins with the list"));
            case Answer.Failed<?> failed -> new Result.Failed(failed.reason());
        };
    }

    private Result refilter(Plan plan, Policy policy) {
        // Open where nothing should flow is another's to close, and nothing to be applied once more.
        if (policy == Policy.OPEN && !mayCarryTraffic(plan)) {
            return new Result.Failed("The session is open and should not be; it is closed first");
        }
        return switch (sessions.apply(plan, policy)) {
            case Answer.Done(var _) -> new Result.Done("The session has it");
            case Answer.Failed<?> failed -> new Result.Failed(failed.reason());
        };
    }

    @Transactional
    boolean mayCarryTraffic(Plan plan) {
        Connection connection = Connection.findById(plan.spec().connectionId());
        return connection.mayCarryTraffic();
    }
}

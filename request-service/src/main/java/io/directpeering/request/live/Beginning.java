package io.directpeering.request.live;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.http.problem.NotNow;
import io.directpeering.http.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Where a stream begins.
@ApplicationScoped
class Beginning {

    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final String ANEW =
            " Take it as it came from the id of an event; or leave it out to begin with what happens from now on, with"
                    + " since=<instant> from then on, with from=beginning from the first transition on.";

    private final Past past;
    private final Clock clock;

    Beginning(Past past, Clock clock) {
        this.past = past;
        this.clock = clock;
    }

    /// What a client says about it.
    ///
    /// @param lastEventId what it saw last; says more than the others, which a client that comes back sends too
    record Said(
            @Nullable String lastEventId,
            boolean fromBeginning,
            @Nullable Instant since) {}

    /// Reads it; what is wrong is noted.
    Said read(Violations violations, @Nullable String lastEventId, @Nullable String from, @Nullable String since) {
        violations.check(
                from == null || since == null, "since", "says where to begin, as from does: give one of the two");
        violations.check(
                from == null || from.equals("beginning"), "from", "must be beginning; leave it out to begin now");
        var moment = since == null ? null : moment(violations, since);
        return new Said(lastEventId == null || lastEventId.isBlank() ? null : lastEventId, from != null, moment);
    }

    private @Nullable Instant moment(Violations violations, String text) {
        try {
            var moment = Instant.parse(text);
            violations.check(
                    !moment.isAfter(clock.instant()), "since", "lies in the future; leave it out to begin now");
            violations.check(!moment.isBefore(Instant.EPOCH), "since", "lies before 1970; say from=beginning");
            return moment;
        } catch (DateTimeException e) {
            violations.add("since", "must be an instant such as 2026-05-03T14:00:00Z");
            return null;
        }
    }

    /// Finds it in the log.
    ///
    /// @throws io.quarkiverse.resteasy.problem.HttpProblem 400: what the client saw last is not of this log
    /// @throws NotNow the log cannot be read at the moment
    Position find(Said said, Recent recent) {
        var now = recent.end();
        if (said.lastEventId() instanceof String last) {
            return resumed(last, now.slots());
        }
        if (said.since() instanceof Instant moment) {
            return past.since(moment, now.slots());
        }
        return said.fromBeginning() ? Position.beginning(now.slots()) : now;
    }

    private Position resumed(String last, Slots slots) {
        var violations = new Violations();
        var read = Position.read(last, slots);
        violations.check(read.isPresent(), LAST_EVENT_ID, "is no position in this log." + ANEW);
        read.ifPresent(position -> violations.check(
                !past.isBeyondTheEnd(position), LAST_EVENT_ID, "lies behind the end of this log." + ANEW));
        violations.refuseIfAny();
        return read.orElseThrow();
    }
}

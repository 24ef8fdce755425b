package io.directpeering.provisioning.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.Maintenance;
import io.directpeering.events.MaintenanceImpact;
import io.directpeering.http.problem.PlainText;
import io.directpeering.http.problem.Violations;
import io.directpeering.http.problem.Words;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// What can be announced.
@ApplicationScoped
class MaintenanceRule {

    private static final Words<MaintenanceImpact> IMPACTS = Words.of(MaintenanceImpact.class);
    private static final int MAX_REASON_CHARACTERS = 500;
    /// For clocks that go differently, and for who types.
    private static final Duration LATENESS = Duration.ofMinutes(1);
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final InstantSource clock;
    private final Duration longest;

    MaintenanceRule(
            InstantSource clock,
            @ConfigProperty(name = "peering.maintenance.longest", defaultValue = "14D") Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /// @return the maintenance, under this id
    Maintenance check(MaintenanceBody body, UUID maintenanceId) {
        var violations = new Violations();
        var reason = PlainText.required(violations, "reason", body.reason(), MAX_REASON_CHARACTERS);
        var from = from(violations, body.from());
        var until = until(violations, body.from(), body.until());
        var impact = IMPACTS.orElse(violations, "impact", body.impact(), MaintenanceImpact.Outage);
        checkConnections(violations, body.connectionIds());
        violations.refuseIfAny();
        return new Maintenance(
                maintenanceId,
                Objects.requireNonNull(from),
                Objects.requireNonNull(until),
                Objects.requireNonNull(impact),
                Objects.requireNonNull(reason));
    }

    private @Nullable Instant from(Violations violations, @Nullable Instant from) {
        var now = clock.instant();
        if (from == null) {
            violations.add("from", "is required: when the work begins, e.g. 2027-01-31T22:00:00Z");
            return null;
        }
        violations.check(!from.isBefore(now.minus(LATENESS)), "from", "is in the past: it is " + now + " now");
        violations.check(!from.isAfter(now.plus(FARTHEST)), "from", "is more than a year ahead");
        return from.truncatedTo(ChronoUnit.MILLIS);
    }

    private @Nullable Instant until(Violations violations, @Nullable Instant from, @Nullable Instant until) {
        if (until == null) {
            violations.add("until", "is required: when the work ends, e.g. 2027-02-01T02:00:00Z");
            return null;
        }
        if (!violations.check(until.isAfter(clock.instant()), "until", "is in the past") || from == null) {
            return null;
        }
        if (violations.check(until.isAfter(from), "until", "is not after from")) {
            violations.check(
                    Duration.between(from, until).compareTo(longest) <= 0,
                    "until",
                    "makes the window longer than " + longest.toDays() + " days; announce several");
        }
        return until.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void checkConnections(Violations violations, @Nullable List<@Nullable UUID> ids) {
        if (ids == null) {
            return;
        }
        violations.check(!ids.isEmpty(), "connectionIds", "is empty; leave it out to mean every connection");
        var seen = new HashSet<UUID>();
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            violations.check(id != null, "connectionIds[" + i + "]", "is missing");
            violations.check(id == null || seen.add(id), "connectionIds[" + i + "]", "stands there twice");
        }
    }
}

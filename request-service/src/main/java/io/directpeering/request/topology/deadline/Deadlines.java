package io.directpeering.request.topology.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.inject.Singleton;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.OpenQuestion;
import io.directpeering.events.PeeringSnapshot;
import org.jspecify.annotations.Nullable;

/// The deadlines of a peering as it stands: a pure function of its snapshot and the settings. States without one
/// (Active and what is over) never become overdue.
@Singleton
public class Deadlines {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    private final DeadlineSettings settings;

    /// @throws IllegalArgumentException a period is none, or without end; the message names the setting
    public Deadlines(DeadlineSettings settings) {
        this.settings = settings;
        Map.of(
                        "pending-approval", settings.pendingApproval(),
                        "answer", settings.answer(),
                        "provisioning-started", settings.provisioningStarted(),
                        "provisioning-started-warning", settings.provisioningStartedWarning(),
                        "loa-expiry-warning", settings.loaExpiryWarning(),
                        "provisioning-completed", settings.provisioningCompleted(),
                        "validating", settings.validating(),
                        "provisioning-failed", settings.provisioningFailed(),
                        "pending-remove", settings.pendingRemove(),
                        "check-interval", settings.checkInterval())
                .forEach(Deadlines::demandSensible);
    }

    public Duration checkInterval() {
        return settings.checkInterval();
    }

    /// What runs out for the connections of this peering, warnings among them.
    public List<Deadline> of(PeeringSnapshot peering) {
        var all = new ArrayList<Deadline>(peering.getConnections().size());
        for (var each : peering.getConnections()) {
            add(all, each, peering.getOpenQuestion());
        }
        return all;
    }

    /// When the time of each connection in its state is up; without those that may stay as they are.
    public Map<UUID, Instant> byConnection(PeeringSnapshot peering) {
        return of(peering).stream()
                .filter(each -> !each.warning())
                .collect(Collectors.toMap(Deadline::connectionId, Deadline::at));
    }

    /// When the first of them is to be stated.
    public static Optional<Instant> firstDue(List<Deadline> deadlines) {
        return deadlines.stream().map(Deadline::due).min(Instant::compareTo);
    }

    private void add(List<Deadline> all, ConnectionSnapshot it, @Nullable OpenQuestion question) {
        switch (it.getState()) {
            case PendingApproval ->
                all.add(question == null ? stage(it, settings.pendingApproval()) : answer(it, question));
            case ProvisioningStarted -> {
                var stage = stage(it, settings.provisioningStarted());
                all.add(stage);
                all.add(warning(
                        it,
                        DeadlineKind.Stage,
                        it.getEnteredAt(),
                        stage.at(),
                        settings.provisioningStartedWarning(),
                        ""));
                var loa = it.getLoa();
                if (loa != null && !it.getLoaRevoked()) {
                    all.add(warning(
                            it,
                            DeadlineKind.LoaExpiry,
                            loa.getIssuedAt(),
                            loa.getExpiresAt(),
                            settings.loaExpiryWarning(),
                            loa.getNumber()));
                }
            }
            case ProvisioningCompleted -> all.add(stage(it, settings.provisioningCompleted()));
            case Validating -> all.add(stage(it, settings.validating()));
            case ProvisioningFailed -> all.add(stage(it, settings.provisioningFailed()));
            case PendingRemove -> all.add(stage(it, settings.pendingRemove()));
            case Active, Removed, Rejected, Unknown -> {}
        }
    }

    private static Deadline stage(ConnectionSnapshot it, Duration period) {
        return overdue(it, DeadlineKind.Stage, it.getEnteredAt().plus(period), "");
    }

    private Deadline answer(ConnectionSnapshot it, OpenQuestion question) {
        var asked = question.getAskedAt();
        var named = question.getAnswerDueAt();
        return overdue(
                it,
                DeadlineKind.Answer,
                named == null ? asked.plus(settings.answer()) : named,
                String.valueOf(asked.toEpochMilli()));
    }

    private static Deadline overdue(ConnectionSnapshot it, DeadlineKind kind, Instant at, String matter) {
        return deadline(it, kind, at, false, at, matter);
    }

    /// Ahead of the end, but not before half of the time is over: who has just begun need not be warned.
    private static Deadline warning(
            ConnectionSnapshot it, DeadlineKind kind, Instant from, Instant at, Duration ahead, String matter) {
        var half = from.plus(Duration.between(from, at).dividedBy(2));
        var due = at.minus(ahead);
        return deadline(it, kind, at, true, due.isBefore(half) ? half : due, matter);
    }

    private static Deadline deadline(
            ConnectionSnapshot it, DeadlineKind kind, Instant at, boolean warning, Instant due, String matter) {
        return new Deadline(
                it.getConnectionId(),
                it.getState(),
                it.getStageSequence(),
                it.getEnteredAt(),
                kind,
                at,
                warning,
                due,
                matter);
    }

    private static void demandSensible(String name, Duration period) {
        if (!period.isPositive() || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "peering.deadlines.%s is %s: it must be longer than nothing and no longer than ten years."
                            .formatted(name, period));
        }
    }
}

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

import static java.util.Map.entry;

/// The deadlines of a peering as it stands: a pure function of its snapshot and the settings. States without one
/// (Active and what is over) never become overdue.
@Singleton
public class Deadlines {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    private final DeadlineSettings settings;

    /// @throws IllegalArgumentException a period is none, or without end; the message names the setting
    public Deadlines(DeadlineSettings settings) {
        this.settings = settings;
        Map.ofEntries(
                        entry("pending-approval", settings.pendingApproval()),
                        entry("answer", settings.answer()),
                        entry("answer-warning", settings.answerWarning()),
                        entry("provisioning-started", settings.provisioningStarted()),
                        entry("provisioning-started-warning", settings.provisioningStartedWarning()),
                        entry("loa-expiry-warning", settings.loaExpiryWarning()),
                        entry("provisioning-completed", settings.provisioningCompleted()),
                        entry("validating", settings.validating()),
                        entry("provisioning-failed", settings.provisioningFailed()),
                        entry("pending-remove", settings.pendingRemove()),
                        entry("check-interval", settings.checkInterval()))
                .forEach(Deadlines::demandSensible);
    }

    public Duration checkInterval() {
        return settings.checkInterval();
    }

    /// What runs out for the connections of this peering, warnings among them.
    public List<Deadline> of(PeeringSnapshot peering) {
        var all = new ArrayList<Deadline>(peering.getConnections().size());
        for (var each : peering.getConnections()) {
            add(all, each, peering);
        }
        return all;
    }

    /// When the time of each connection in its state is up, or that of the question it waits for; without those that
    /// may stay as they are. A letter may expire before, and be followed by another.
    public Map<UUID, Instant> byConnection(PeeringSnapshot peering) {
        return of(peering).stream()
                .filter(each -> !each.warning() && each.kind() != DeadlineKind.LoaExpiry)
                .collect(Collectors.toMap(Deadline::connectionId, Deadline::at));
    }

    /// When the first of them is to be stated.
    public static Optional<Instant> firstDue(List<Deadline> deadlines) {
        return deadlines.stream().map(Deadline::due).min(Instant::compareTo);
    }

    private void add(List<Deadline> all, ConnectionSnapshot it, PeeringSnapshot peering) {
        switch (it.getState()) {
            case PendingApproval -> {
                var question = peering.getOpenQuestion();
                if (question == null) {
                    all.add(review(it, peering.getAnsweredAt()));
                } else {
                    addAnswer(all, it, question);
                }
            }
            case ProvisioningStarted -> {
                var stage = stage(it, settings.provisioningStarted());
                all.add(stage);
                all.add(warningOf(it, stage, it.getEnteredAt(), settings.provisioningStartedWarning()));
                var loa = it.getLoa();
                if (loa != null && !it.getLoaRevoked()) {
                    var expiry = overdue(it, DeadlineKind.LoaExpiry, loa.getExpiresAt(), loa.getNumber());
                    all.add(expiry);
                    all.add(warningOf(it, expiry, loa.getIssuedAt(), settings.loaExpiryWarning()));
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

    /// An answer starts the review's clock anew, and what is overdue after it is another matter than before.
    private Deadline review(ConnectionSnapshot it, @Nullable Instant answeredAt) {
        return answeredAt == null
                ? stage(it, settings.pendingApproval())
                : overdue(it, DeadlineKind.Stage, answeredAt.plus(settings.pendingApproval()), moment(answeredAt));
    }

    private void addAnswer(List<Deadline> all, ConnectionSnapshot it, OpenQuestion question) {
        var asked = question.getAskedAt();
        var named = question.getAnswerDueAt();
        var due =
                overdue(it, DeadlineKind.Answer, named == null ? asked.plus(settings.answer()) : named, moment(asked));
        all.add(due);
        all.add(warningOf(it, due, asked, settings.answerWarning()));
    }

    private static String moment(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }

    private static Deadline overdue(ConnectionSnapshot it, DeadlineKind kind, Instant at, String matter) {
        return deadline(it, kind, at, false, at, matter);
    }

    /// Ahead of the end, but not before half of the time is over: who has just begun need not be warned.
    private static Deadline warningOf(ConnectionSnapshot it, Deadline deadline, Instant from, Duration ahead) {
        var at = deadline.at();
        var half = from.plus(Duration.between(from, at).dividedBy(2));
        var due = at.minus(ahead);
        return deadline(it, deadline.kind(), at, true, due.isBefore(half) ? half : due, deadline.matter());
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

package io.directpeering.request.lifecycle;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.request.lifecycle.Event.MaintenanceAnnounced;
import io.directpeering.request.lifecycle.Event.MaintenanceCancelled;
import io.directpeering.request.lifecycle.Event.MaintenanceCompleted;
import io.directpeering.request.lifecycle.Event.MaintenanceStarted;
import io.directpeering.request.lifecycle.Event.TrafficOpened;
import org.jspecify.annotations.Nullable;

/// Planned work on a connection, and how far it is. A connection has one at a time; what is over is kept until the
/// next is announced.
///
/// @param impact as it stands on the wire
public record Maintenance(UUID id, Instant startsAt, Instant endsAt, String impact, String reason, Status status) {

    /// Spelled as on the wire.
    public enum Status {
        Announced,
        /// Drained or denied.
        InProgress,
        Completed,
        Cancelled
    }

    /// The latest maintenance after a fact that was accepted.
    ///
    /// @param before      null: there was none
    /// @param stillActive whether the connection is Active after the fact; where it is not, work on it is off
    static @Nullable Maintenance after(@Nullable Maintenance before, Event fact, boolean stillActive) {
        if (fact instanceof MaintenanceAnnounced announced) {
            return announced.maintenance();
        }
        if (before == null) {
            return null;
        }
        return switch (fact) {
            case MaintenanceStarted _ -> before.with(Status.InProgress);
            case MaintenanceCompleted _ -> before.with(Status.Completed);
            case MaintenanceCancelled _ -> before.with(Status.Cancelled);
            case Event _ -> stillActive || !before.open() ? before : before.with(Status.Cancelled);
        };
    }

    /// Why a fact that the table allows does not fit how far the connection's maintenance is; null: it fits.
    ///
    /// @param latest null: the connection never had one
    static @Nullable String misfit(@Nullable Maintenance latest, Event fact) {
        return switch (fact) {
            case MaintenanceAnnounced _ ->
                latest != null && latest.open()
                        ? "maintenance %s is %s. Wait until it is over, or cancel it"
                                .formatted(latest.id, latest.status)
                        : null;
            case MaintenanceStarted(var _, var id) -> misfit(latest, id, Status.Announced, "It begins once");
            case MaintenanceCancelled(var _, var id, var _) ->
                misfit(latest, id, Status.Announced, "Complete what has begun");
            case MaintenanceCompleted(var _, var id) ->
                misfit(latest, id, Status.InProgress, "Cancel what has not begun");
            case TrafficOpened _ ->
                latest != null && latest.inProgress()
                        ? "maintenance %s is %s. Nothing is let through until it is completed"
                                .formatted(latest.id, latest.status)
                        : null;
            case Event _ -> null;
        };
    }

    private static @Nullable String misfit(@Nullable Maintenance latest, UUID id, Status expected, String wayOut) {
        if (latest == null || !latest.id.equals(id)) {
            return "it has no maintenance %s at hand. Look at the one that it has".formatted(id);
        }
        return latest.status == expected ? null : "maintenance %s is %s. %s".formatted(id, latest.status, wayOut);
    }

    /// Still to come, or under way.
    boolean open() {
        return status == Status.Announced || status == Status.InProgress;
    }

    boolean inProgress() {
        return status == Status.InProgress;
    }

    private Maintenance with(Status next) {
        return new Maintenance(id, startsAt, endsAt, impact, reason, next);
    }
}

package io.directpeering.request.topology.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.directpeering.events.DriftKind;
import io.directpeering.events.DriftStatus;

/// The drifts of one session after another look at it, or at the clock. A drift that passes within the grace is a flap
/// or a change in progress; one that comes back before it has been gone for the settling time never went.
///
/// @param now     those that are not over
/// @param changes alarms that are to be raised or cleared
public record Episodes(List<Episode> now, List<Change> changes) {

    /// @param status Raised or Cleared
    public record Change(Episode episode, DriftStatus status) {}

    /// @param before   the drifts so far
    /// @param drifting what drifts by the latest look
    /// @param alarming whether drifts are alarms; if not, those that are out are cleared
    /// @param began    when a drift that was not there before began
    public static Episodes after(
            List<Episode> before,
            Set<DriftKind> drifting,
            boolean alarming,
            Function<DriftKind, Instant> began,
            Instant now,
            DriftSettings settings) {
        var after = new ArrayList<Episode>();
        var changes = new ArrayList<Change>();
        for (var episode : before) {
            var next = drifting.contains(episode.kind()) ? episode.seenAgain() : episode.notSeen(now);
            if (!alarming || next.isOver(now, settings)) {
                if (next.raised()) {
                    changes.add(new Change(next, DriftStatus.Cleared));
                }
            } else if (next.isToBeRaised(now, settings)) {
                after.add(next.alarmed());
                changes.add(new Change(next, DriftStatus.Raised));
            } else {
                after.add(next);
            }
        }
        if (alarming) {
            drifting.stream()
                    .filter(kind -> before.stream().noneMatch(episode -> episode.kind() == kind))
                    .forEach(kind -> after.add(Episode.begun(kind, began.apply(kind), now)));
        }
        return new Episodes(List.copyOf(after), List.copyOf(changes));
    }

    /// When to look at the clock next.
    public Optional<Instant> due(DriftSettings settings) {
        return now.stream().flatMap(episode -> episode.due(settings)).min(Instant::compareTo);
    }
}

package io.directpeering.request.topology.history;

import java.util.List;
import java.util.Optional;

import io.directpeering.events.Cause;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PassedDeadline;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.StateChange;
import io.directpeering.request.topology.stored.Id;
import io.directpeering.request.topology.stored.StoredCause;
import io.directpeering.request.topology.stored.StoredChange;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredPassedDeadline;
import io.directpeering.request.topology.stored.StoredRefusal;
import io.directpeering.request.topology.stored.StoredRefusing;
import io.directpeering.request.topology.stored.StoredStanding;
import io.directpeering.request.topology.stored.StoredState;
import io.directpeering.request.topology.stored.StoredStay;
import org.jspecify.annotations.Nullable;

/// What the judge decided, as the historian keeps it.
final class EntryCodec {

    private EntryCodec() {}

    /// @param before how the peering stood before; null: it came to be
    static StoredEntry of(PeeringTransitioned it, long offset, @Nullable StoredStanding before) {
        var at = it.getMetadata().getOccurredAt();
        return new StoredEntry(
                at,
                offset,
                cause(it.getCause()),
                it.getMetadata().getActor(),
                Ids.storedOrNull(it.getMetadata().getConnectionId()),
                it.getChanges().stream()
                        .map(change -> change(change, at.toEpochMilli(), before))
                        .toList(),
                null,
                standing(it.getSnapshot()));
    }

    static StoredEntry of(FactRefused it, long offset) {
        return new StoredEntry(
                it.getMetadata().getOccurredAt(),
                offset,
                cause(it.getCause()),
                it.getMetadata().getActor(),
                Ids.storedOrNull(it.getMetadata().getConnectionId()),
                List.of(),
                new StoredRefusal(
                        it.getCode().name(),
                        it.getReason(),
                        it.getConnections().stream()
                                .map(each ->
                                        new StoredRefusing(Ids.stored(each.getConnectionId()), word(each.getState())))
                                .toList()),
                null);
    }

    private static StoredCause cause(Cause it) {
        return new StoredCause(
                Ids.stored(it.getEventId()),
                it.getType(),
                it.getStatedBy(),
                it.getOccurredAt(),
                it.getReason(),
                it.getDeadline() == null ? null : deadline(it.getDeadline()));
    }

    private static StoredPassedDeadline deadline(PassedDeadline it) {
        return new StoredPassedDeadline(it.getKind().name(), it.getAt(), it.getWarning());
    }

    private static StoredChange change(StateChange it, long atMillis, @Nullable StoredStanding before) {
        var connection = Ids.stored(it.getConnectionId());
        return new StoredChange(
                connection,
                it.getFrom() == null ? null : word(it.getFrom()),
                word(it.getTo()),
                it.getFrom() == null
                        ? null
                        : stay(connection, before)
                                .map(stay -> Math.max(
                                        0, atMillis - stay.getEnteredAt().toEpochMilli()))
                                .orElse(null));
    }

    private static Optional<StoredStay> stay(Id connection, @Nullable StoredStanding before) {
        return before == null
                ? Optional.empty()
                : before.getConnections().stream()
                        .filter(each -> each.getConnectionId().equals(connection))
                        .findFirst();
    }

    private static StoredStanding standing(PeeringSnapshot it) {
        return new StoredStanding(
                StoredState.valueOf(it.getState().name()),
                it.getRedundant(),
                it.getPeer().getAsn(),
                it.getPeeringLocation(),
                it.getConnections().stream().map(EntryCodec::stay).toList());
    }

    private static StoredStay stay(ConnectionSnapshot it) {
        return new StoredStay(
                Ids.stored(it.getConnectionId()),
                it.getRequested().getPeeringDBFacilityId(),
                word(it.getState()),
                it.getEnteredAt());
    }

    private static StoredState word(ConnectionState it) {
        return StoredState.valueOf(it.name());
    }
}

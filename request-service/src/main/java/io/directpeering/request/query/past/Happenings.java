package io.directpeering.request.query.past;

import java.time.Duration;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.DeadlineKind;
import io.directpeering.events.RefusalCode;
import io.directpeering.request.topology.history.Ids;
import io.directpeering.request.topology.history.Position;
import io.directpeering.request.topology.stored.StoredCause;
import io.directpeering.request.topology.stored.StoredChange;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.request.topology.stored.StoredRefusal;
import io.directpeering.request.topology.stored.StoredState;

/// What the history holds, as it is told.
final class Happenings {

    private Happenings() {}

    static Happening of(Position position, StoredEntry it) {
        return new Happening(
                position.sequence(),
                position.offset(),
                it.getAt(),
                cause(it.getCause()),
                it.getActor(),
                it.getConnectionId() == null ? null : Ids.read(it.getConnectionId()),
                it.getChanges().stream().map(Happenings::change).toList(),
                it.getRefusal() == null ? null : refusal(it.getRefusal()));
    }

    private static Happening.Cause cause(StoredCause it) {
        var deadline = it.getDeadline();
        return new Happening.Cause(
                Ids.read(it.getEventId()),
                it.getType(),
                it.getStatedBy(),
                it.getOccurredAt(),
                it.getReason(),
                deadline == null
                        ? null
                        : new Happening.Deadline(
                                DeadlineKind.valueOf(deadline.getKind()), deadline.getAt(), deadline.getWarning()));
    }

    private static Happening.Change change(StoredChange it) {
        return new Happening.Change(
                Ids.read(it.getConnectionId()),
                it.getFrom() == null ? null : word(it.getFrom()),
                word(it.getTo()),
                it.getStayMillis() == null ? null : Duration.ofMillis(it.getStayMillis()));
    }

    private static Happening.Refusal refusal(StoredRefusal it) {
        return new Happening.Refusal(
                RefusalCode.valueOf(it.getCode()),
                it.getReason(),
                it.getConnections().stream()
                        .map(each -> new Happening.Refusing(Ids.read(each.getConnectionId()), word(each.getState())))
                        .toList());
    }

    private static ConnectionState word(StoredState it) {
        return ConnectionState.valueOf(it.name());
    }
}

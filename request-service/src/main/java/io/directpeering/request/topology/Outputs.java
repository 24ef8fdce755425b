package io.directpeering.request.topology;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.directpeering.events.Cause;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RefusalCode;
import io.directpeering.events.RefusingConnection;
import io.directpeering.events.StateChange;
import io.directpeering.events.TransitionOutcome;
import io.directpeering.request.lifecycle.Outcome;
import io.directpeering.schemas.EventIds;
import io.directpeering.schemas.Topics;

/// The records that the judge states: everything in them follows from the log, their ids included.
final class Outputs {

    private Outputs() {}

    static PeeringTransitioned transitioned(
            EventMetadata fact, Cause cause, List<Outcome.Change> changes, PeeringSnapshot snapshot) {
        var id = EventIds.ofTransition(fact.getPeeringId(), snapshot.getSequence());
        return new PeeringTransitioned(
                metadata(fact, id, snapshot.getUpdatedAt()),
                snapshot.getSequence(),
                cause,
                changes.isEmpty() ? TransitionOutcome.Recorded : TransitionOutcome.Transitioned,
                changes.stream().map(Outputs::change).toList(),
                snapshot);
    }

    static FactRefused refused(EventMetadata fact, Cause cause, Outcome.Refused refused, Instant loggedAt) {
        var verdict = refused.verdict();
        return new FactRefused(
                metadata(fact, EventIds.ofRefusal(fact.getEventId()), loggedAt),
                verdict.sequence(),
                cause,
                RefusalCode.valueOf(verdict.code().name()),
                verdict.reason(),
                refused.connections().stream()
                        .map(each -> new RefusingConnection(each.id(), SnapshotWriter.word(each.state())))
                        .toList());
    }

    private static StateChange change(Outcome.Change it) {
        return new StateChange(
                it.connectionId(),
                it.from() == null ? null : SnapshotWriter.word(it.from()),
                SnapshotWriter.word(it.to()));
    }

    private static EventMetadata metadata(EventMetadata fact, UUID id, Instant at) {
        return new EventMetadata(
                id,
                fact.getPeeringId(),
                fact.getConnectionId(),
                at,
                Topics.REQUEST_SERVICE,
                fact.getActor(),
                fact.getAnswers(),
                null);
    }
}

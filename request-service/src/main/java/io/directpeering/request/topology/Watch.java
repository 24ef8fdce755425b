package io.directpeering.request.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.directpeering.events.EventMetadata;
import io.directpeering.events.StageOverdue;
import io.directpeering.request.topology.deadline.Deadline;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.deadline.Due;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import io.directpeering.schemas.Topics;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Finds what has fallen due in a partition, without looking at peerings for which nothing has.
///
/// [Stores#DEADLINES] says when to look at which peering next, and nothing else: what is due then follows from where
/// the peering stands. An entry that has become pointless therefore costs one look, and it is enough that a peering
/// has an entry no later than the first of its deadlines that is not stated. So the store needs no changelog: it is
/// filled from `peerings` whenever a partition is taken over, which is also how changed periods come into force.
final class Watch {

    private static final byte[] NOTHING = {};

    /// A check holds up the facts behind it.
    private static final int LOOKS_PER_CHECK = 1_000;

    private final Deadlines deadlines;
    private final KeyValueStore<String, StoredPeering> peerings;
    private final Verdicts verdicts;
    private final KeyValueStore<Due, byte @Nullable []> agenda;

    /// No entry lies before it. Keeps a check from reading over what was deleted.
    private Instant lookFrom = Instant.EPOCH;

    Watch(Deadlines deadlines, ProcessorContext<?, ?> context) {
        this.deadlines = deadlines;
        this.peerings = context.getStateStore(Stores.PEERINGS);
        this.verdicts = new Verdicts(context.<KeyValueStore<String, StoredVerdict>>getStateStore(Stores.DECISIONS));
        this.agenda = context.getStateStore(Stores.DEADLINES);
    }

    /// Takes note of the deadlines of a peering that is known.
    void note(UUID peeringId, List<Deadline> all) {
        Deadlines.firstDue(all).ifPresent(at -> lookAt(at, peeringId));
    }

    /// Other deadlines have taken the place of these.
    void renew(UUID peeringId, List<Deadline> before, List<Deadline> after) {
        Deadlines.firstDue(before).ifPresent(at -> strike(new Due(at, peeringId)));
        note(peeringId, after);
    }

    /// States what is due and has not been stated; a deadline once in its life.
    void check(Instant now, Consumer<StageOverdue> statement) {
        var due = due(now);
        due.forEach(this::strike);
        lookFrom = due.size() < LOOKS_PER_CHECK ? now : due.getLast().at();
        due.stream().map(Due::peeringId).distinct().forEach(peeringId -> {
            var peering = peerings.get(peeringId.toString());
            if (peering != null) {
                look(peering, now, statement);
            }
        });
    }

    private List<Due> due(Instant now) {
        var found = new ArrayList<Due>();
        try (var entries = agenda.range(Due.first(lookFrom), Due.last(now))) {
            while (entries.hasNext() && found.size() < LOOKS_PER_CHECK) {
                found.add(entries.next().key);
            }
        }
        return found;
    }

    private void look(StoredPeering stored, Instant now, Consumer<StageOverdue> statement) {
        var peering = stored.snapshot();
        var peeringId = peering.getPeeringId();
        var toCome = new ArrayList<Deadline>();
        for (var deadline : deadlines.of(peering)) {
            if (deadline.due().isAfter(now)) {
                toCome.add(deadline);
            } else if (!deadline.isPointlessAt(now)
                    && verdicts.of(stored, peeringId, deadline.eventId(peeringId)) == null) {
                statement.accept(overdue(peeringId, deadline, now));
            }
        }
        note(peeringId, toCome);
    }

    /// Not by `delete`, which first reads what it deletes.
    private void strike(Due entry) {
        agenda.put(entry, null);
    }

    private void lookAt(Instant at, UUID peeringId) {
        agenda.put(new Due(at, peeringId), NOTHING);
        lookFrom = at.isBefore(lookFrom) ? at : lookFrom;
    }

    private static StageOverdue overdue(UUID peeringId, Deadline it, Instant now) {
        var metadata = new EventMetadata(
                it.eventId(peeringId),
                peeringId,
                it.connectionId(),
                now,
                Topics.REQUEST_SERVICE,
                Topics.REQUEST_SERVICE,
                it.stageSequence(),
                null);
        return new StageOverdue(metadata, it.state(), it.enteredAt(), it.at(), it.warning(), it.kind());
    }
}

package io.directpeering.request.topology.stored;

import java.util.OptionalLong;
import java.util.UUID;

import io.directpeering.events.PeeringSnapshot;

/// A peering as the store has it: where it stands, and what brought it there last, so that a repeat of those facts is
/// known without a record of its own for each.
public record StoredPeering(PeeringSnapshot snapshot, AcceptedFacts accepted) {

    /// One that came to be with this fact.
    public static StoredPeering begun(PeeringSnapshot snapshot, UUID eventId) {
        return new StoredPeering(snapshot, AcceptedFacts.NONE.and(eventId));
    }

    /// Where it stands after one more fact was accepted.
    public StoredPeering after(UUID eventId, PeeringSnapshot standing) {
        return new StoredPeering(standing, accepted.and(eventId));
    }

    /// Sequence that this fact was accepted with; empty: it was not, or so long ago that it does not stand here.
    public OptionalLong sequenceOf(UUID eventId) {
        return accepted.sequenceOf(eventId, snapshot.getSequence());
    }

    /// Sequence of [AcceptedFacts#leaving].
    public long sequenceLeaving() {
        return snapshot.getSequence() - accepted.size() + 1;
    }
}

package io.directpeering.request.topology;

import java.util.UUID;

import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// What became of facts. Those that were accepted last stand with their peering, all others in [Stores#DECISIONS]:
/// refusals one by one, because anybody can cause any number of them.
public final class Verdicts {

    private final ReadOnlyKeyValueStore<String, StoredVerdict> others;

    /// @param others the store of decisions
    public Verdicts(ReadOnlyKeyValueStore<String, StoredVerdict> others) {
        this.others = others;
    }

    /// What became of a fact; null: it is new.
    ///
    /// @param peering the peering it is about, as stored; null: there is none
    public @Nullable Verdict of(@Nullable StoredPeering peering, UUID peeringId, UUID eventId) {
        if (peering != null) {
            var accepted = peering.sequenceOf(eventId);
            if (accepted.isPresent()) {
                return new Verdict.Accepted(accepted.getAsLong());
            }
        }
        var stored = others.get(Stores.decision(peeringId, eventId));
        return stored == null ? null : VerdictCodec.verdict(stored);
    }
}

package io.directpeering.request.topology.history;

import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/// Shape of the historian:
///
/// ```
/// peering-transitions ─┬▶ historian ⇄ history, stays, cells, moves, checkpoints
/// peering-refusals ────┘
/// ```
///
/// It states nothing: what it knows is read out of its stores.
public final class HistorianTopology {

    private final Serde<SpecificRecord> serde;
    private final int fewestMovesBetween;

    /// @param serde of both topics
    public HistorianTopology(Serde<SpecificRecord> serde) {
        this(serde, Headcounts.FEWEST_MOVES_BETWEEN);
    }

    /// @param fewestMovesBetween checkpoints
    public HistorianTopology(Serde<SpecificRecord> serde, int fewestMovesBetween) {
        this.serde = serde;
        this.fewestMovesBetween = fewestMovesBetween;
    }

    /// The whole of it; every node and store is named.
    public Topology build() {
        var keys = Serdes.String().deserializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "decided",
                        keys,
                        serde.deserializer(),
                        Topics.PEERING_TRANSITIONS.name(),
                        Topics.PEERING_REFUSALS.name())
                .addProcessor("historian", () -> new Historian(fewestMovesBetween), "decided")
                .addStateStore(HistorianStores.history(), "historian")
                .addStateStore(HistorianStores.stays(), "historian")
                .addStateStore(HistorianStores.cells(), "historian")
                .addStateStore(HistorianStores.moves(), "historian")
                .addStateStore(HistorianStores.checkpoints(), "historian");
    }
}

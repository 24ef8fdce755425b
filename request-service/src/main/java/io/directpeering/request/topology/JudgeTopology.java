package io.directpeering.request.topology;

import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.drift.DriftSettings;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/// Shape of the judge:
///
/// ```
/// peering-events ─▶ judge ─▶ peering-transitions, peering-refusals, peering-states
///        ▲            │ ⇅ peerings, decisions, deadlines
///        └─ overdue ──┘
///                     │ ⇡ peerings
/// bgp-session-states ─┼▶ keep-sessions ⇄ sessions
///                     └──────▶ watch-drift ⇄ drifts ─▶ bgp-session-drift
/// ```
///
/// The shared store makes it one sub-topology: all stores of a peering are on one instance. What the judge states
/// itself, that a deadline has passed, comes back to it as a fact; no fact of that kind opens a deadline, so it ends
/// there.
public final class JudgeTopology {

    static final String TRANSITIONS = "transitions";
    static final String REFUSALS = "refusals";
    static final String STATES = "states";
    static final String OVERDUE = "overdue";
    static final String WATCH = "watch-drift";

    private final Serde<SpecificRecord> serde;
    private final DecisionListener listener;
    private final Deadlines deadlines;
    private final Census census;
    private final DriftSettings drift;
    private final AlarmBoard alarms;
    private final Holdings holdings;

    /// @param serde    of all topics
    /// @param listener told of each decision
    public JudgeTopology(
            Serde<SpecificRecord> serde,
            DecisionListener listener,
            Deadlines deadlines,
            Census census,
            DriftSettings drift,
            AlarmBoard alarms,
            Holdings holdings) {
        this.serde = serde;
        this.listener = listener;
        this.deadlines = deadlines;
        this.census = census;
        this.drift = drift;
        this.alarms = alarms;
        this.holdings = holdings;
    }

    /// The whole of it; every node and store is named.
    public Topology build() {
        var keys = Serdes.String().deserializer();
        return new Topology()
                .addSource("facts", keys, serde.deserializer(), Topics.PEERING_EVENTS.name())
                .addProcessor(
                        "judge", () -> new FollowedJudge(new Judge(listener, deadlines, census, holdings)), "facts")
                .addSource(
                        AutoOffsetReset.earliest(),
                        "observations",
                        new FactsFirst(),
                        keys,
                        serde.deserializer(),
                        Topics.BGP_SESSION_STATES.name())
                .addProcessor("keep-sessions", SessionKeeper::new, "observations")
                .addProcessor(WATCH, () -> new DriftWatch(drift, alarms), "judge", "keep-sessions")
                .addStateStore(Stores.peerings(), "judge", "keep-sessions", WATCH)
                .addStateStore(Stores.decisions(), "judge")
                .addStateStore(Stores.deadlines(), "judge")
                .addStateStore(Stores.sessions(), "keep-sessions", WATCH)
                .addStateStore(Stores.drifts(), WATCH)
                .addSink(
                        TRANSITIONS,
                        Topics.PEERING_TRANSITIONS.name(),
                        new StringSerializer(),
                        serde.serializer(),
                        "judge")
                .addSink(REFUSALS, Topics.PEERING_REFUSALS.name(), new StringSerializer(), serde.serializer(), "judge")
                .addSink(STATES, Topics.PEERING_STATES.name(), new StringSerializer(), serde.serializer(), "judge")
                .addSink(OVERDUE, Topics.PEERING_EVENTS.name(), new StringSerializer(), serde.serializer(), "judge")
                .addSink("drift", Topics.BGP_SESSION_DRIFT.name(), new StringSerializer(), serde.serializer(), WATCH);
    }
}

package io.directpeering.request.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.events.Cause;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.StageOverdue;
import io.directpeering.request.lifecycle.Event;
import io.directpeering.request.lifecycle.Lifecycle;
import io.directpeering.request.lifecycle.Metadata;
import io.directpeering.request.lifecycle.Outcome;
import io.directpeering.request.lifecycle.Past;
import io.directpeering.request.lifecycle.Peering;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.index.Holding;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.request.topology.stored.StoredVerdict;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.traces.Traceparent;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Judges one fact after the other: exactly one transition or refusal for each, nothing for a repeat.
final class Judge implements Processor<String, @Nullable SpecificRecord, String, Object> {

    /// What a topic takes by default (max.message.bytes), less room for key and headers.
    private static final int LARGEST_OUTPUT_BYTES = 1_000_000;

    private final DecisionListener listener;
    private final Deadlines deadlines;
    private final Census census;
    private final Holdings holdings;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable KeyValueStore<String, StoredPeering> peerings;
    private @Nullable KeyValueStore<String, StoredVerdict> decisions;
    private @Nullable Verdicts verdicts;
    private @Nullable Rounds rounds;
    private @Nullable Holding holding;

    Judge(DecisionListener listener, Deadlines deadlines, Census census, Holdings holdings) {
        this.listener = listener;
        this.deadlines = deadlines;
        this.census = census;
        this.holdings = holdings;
    }

    @Override
    public void init(ProcessorContext<String, Object> started) {
        context = started;
        peerings = started.getStateStore(Stores.PEERINGS);
        decisions = started.getStateStore(Stores.DECISIONS);
        verdicts = new Verdicts(decisions);
        rounds = new Rounds(deadlines, census, started, this::state, this::haveWatched);
        holding = holdings.begin(started.taskId().partition(), opened(peerings));
    }

    /// @throws Poison the record is no fact; no store has been touched
    @Override
    public void process(Record<String, @Nullable SpecificRecord> record) {
        try {
            judge(record);
        } finally {
            opened(context).recordMetadata().ifPresent(at -> opened(holding).judged(at.offset()));
        }
    }

    private void judge(Record<String, @Nullable SpecificRecord> record) {
        var fact = Incoming.of(record);
        var metadata = CloudEventHeaders.metadataOf(fact)
                .orElseThrow(() -> new Poison(fact.getSchema().getFullName() + " is not an event."));
        if (!metadata.getPeeringId().toString().equals(record.key())) {
            throw new Poison(
                    "The key is " + record.key() + ", but the fact is about peering " + metadata.getPeeringId() + ".");
        }
        opened(rounds).judging(record.timestamp());
        var loggedAt = Instant.ofEpochMilli(record.timestamp());
        var event = FactCodec.event(fact, read(metadata, loggedAt));
        var cause = FactCodec.cause(fact, metadata);
        var before = opened(peerings).get(record.key());
        switch (step(past(before, metadata), event)) {
            case Outcome.Advanced(var peering, var changes) -> accept(metadata, cause, before, peering, changes);
            case Outcome.Recorded(var peering) -> accept(metadata, cause, before, peering, List.of());
            case Outcome.Refused refused -> refuse(metadata, cause, refused, loggedAt);
            case Outcome.Repeated _ -> {}
        }
        census.decided(record.timestamp());
    }

    private static Outcome step(Past past, Event event) {
        try {
            return Lifecycle.step(past, event);
        } catch (IllegalArgumentException e) {
            throw new Poison("No peering can be told of by this fact: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
        if (holding != null) {
            holdings.end(holding);
        }
    }

    private void accept(
            EventMetadata fact,
            Cause cause,
            @Nullable StoredPeering stored,
            Peering peering,
            List<Outcome.Change> changes) {
        var before = stored == null ? null : stored.snapshot();
        var snapshot = SnapshotWriter.snapshot(peering);
        var at = peering.updatedAt();
        var transition = Outputs.transitioned(fact, cause, changes, snapshot);
        demandSendable(transition);
        forward(fact, at, transition, JudgeTopology.TRANSITIONS);
        forward(fact, at, snapshot, JudgeTopology.STATES);
        keep(fact, stored, snapshot);
        opened(holding).moved(snapshot);
        opened(rounds).moved(before, snapshot);
        if (before != null && Rounds.isToBeWatched(before) || Rounds.isToBeWatched(snapshot)) {
            haveWatched(snapshot);
        }
        census.accepted(cause.getType(), transition.getOutcome());
        census.moved(before, transition.getChanges());
        // Before the transaction commits: the log fixes the outcome, so a replay could only come to the same one.
        listener.decided(fact.getPeeringId(), fact.getEventId(), new Verdict.Accepted(peering.sequence()));
    }

    private void refuse(EventMetadata fact, Cause cause, Outcome.Refused refused, Instant at) {
        var refusal = Outputs.refused(fact, cause, refused, at);
        demandSendable(refusal);
        forward(fact, at, refusal, JudgeTopology.REFUSALS);
        census.refused(cause.getType(), refusal.getCode());
        decide(fact.getPeeringId(), fact.getEventId(), refused.verdict());
        listener.decided(fact.getPeeringId(), fact.getEventId(), refused.verdict());
    }

    private void keep(EventMetadata fact, @Nullable StoredPeering before, PeeringSnapshot snapshot) {
        UUID peeringId = fact.getPeeringId();
        if (before == null) {
            opened(peerings).put(peeringId.toString(), StoredPeering.begun(snapshot, fact.getEventId()));
            return;
        }
        var leaving = before.accepted().leaving();
        if (leaving != null) {
            decide(peeringId, leaving, new Verdict.Accepted(before.sequenceLeaving()));
        }
        opened(peerings).put(peeringId.toString(), before.after(fact.getEventId(), snapshot));
    }

    private void decide(UUID peeringId, UUID eventId, Verdict verdict) {
        opened(decisions).put(Stores.decision(peeringId, eventId), VerdictCodec.stored(verdict));
    }

    /// Into the log like everybody's facts, to be judged when its turn comes.
    private void state(StageOverdue fact) {
        forward(fact.getMetadata(), fact.getMetadata().getOccurredAt(), fact, JudgeTopology.OVERDUE);
    }

    private void haveWatched(PeeringSnapshot peering) {
        var moved = new DriftWatch.Heard.Moved(peering);
        var at = peering.getUpdatedAt().toEpochMilli();
        opened(context).forward(new Record<>(peering.getPeeringId().toString(), moved, at), JudgeTopology.WATCH);
    }

    private void forward(EventMetadata fact, Instant at, SpecificRecord output, String sink) {
        var headers = new RecordHeaders();
        CloudEventHeaders.add(headers, output);
        Traceparent.putCurrent(headers);
        opened(context).forward(new Record<>(fact.getPeeringId().toString(), output, at.toEpochMilli(), headers), sink);
    }

    private Past past(@Nullable StoredPeering stored, EventMetadata fact) {
        var verdict = opened(verdicts).of(stored, fact.getPeeringId(), fact.getEventId());
        return new Past(stored == null ? null : peering(stored.snapshot()), verdict);
    }

    private static Peering peering(PeeringSnapshot stored) {
        try {
            return SnapshotReader.peering(stored);
        } catch (IllegalArgumentException e) {
            throw new ProcessorStateException("What is stored of " + stored.getPeeringId() + " cannot be judged.", e);
        }
    }

    /// A record that the broker would not take fails the transaction for ever; the fact that leads to it is refused
    /// a place before anything is touched.
    private static void demandSendable(SpecificRecord output) {
        var bytes = StoreSerde.sizeInBytes(output);
        if (bytes > LARGEST_OUTPUT_BYTES) {
            throw new Poison(
                    "What comes of the fact has " + bytes + " bytes; a record can have " + LARGEST_OUTPUT_BYTES + ".");
        }
    }

    private static Metadata read(EventMetadata it, Instant loggedAt) {
        return new Metadata(
                it.getEventId(),
                it.getPeeringId(),
                it.getConnectionId(),
                loggedAt,
                it.getActor(),
                it.getAnswers(),
                it.getExpects());
    }

    private static <T> T opened(@Nullable T part) {
        return Objects.requireNonNull(part, "init comes first");
    }
}

package io.directpeering.request.topology;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.directpeering.benchmarks.ours.Facts;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.request.lifecycle.Event;
import io.directpeering.request.lifecycle.Lifecycle;
import io.directpeering.request.lifecycle.Metadata;
import io.directpeering.request.lifecycle.Outcome;
import io.directpeering.request.lifecycle.Past;
import io.directpeering.request.lifecycle.Peering;
import io.directpeering.schemas.CloudEventHeaders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What a fact costs the judge by itself, without log and stores: a peering's whole life, per fact of it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FactBenchmark.FACTS)
public class FactBenchmark {

    static final int FACTS = 7;

    /// @param before how the peering stood; null: it did not
    private record Judged(
            SpecificRecord fact,
            Metadata metadata,
            Event event,
            @Nullable Peering before,
            Peering after) {}

    private final Serde<PeeringSnapshot> serde = StoreSerde.of(PeeringSnapshot.class);
    private final List<Judged> life = new ArrayList<>();
    private final List<byte[]> stored = new ArrayList<>();

    /// Lives it once.
    @Setup
    public void live() {
        var facts = new Facts(UUID.randomUUID(), Clock.systemUTC().instant());
        @Nullable Peering peering = null;
        for (var step : Step.inOrder()) {
            var fact = facts.of(step);
            var metadata = metadata(CloudEventHeaders.metadataOf(fact).orElseThrow());
            var event = FactCodec.event(fact, metadata);
            if (!(Lifecycle.step(new Past(peering, null), event) instanceof Outcome.Advanced(var next, var _))) {
                throw new IllegalStateException(step + " is not accepted");
            }
            life.add(new Judged(fact, metadata, event, peering, next));
            stored.add(serde.serializer().serialize("", SnapshotWriter.snapshot(next)));
            peering = next;
        }
        if (life.size() != FACTS) {
            throw new IllegalStateException("A life has " + life.size() + " facts.");
        }
    }

    /// The life cycle alone.
    @Benchmark
    public void step(Blackhole hole) {
        for (var each : life) {
            hole.consume(Lifecycle.step(new Past(each.before, null), each.event));
        }
    }

    /// From the record on the topic to what the life cycle reads.
    @Benchmark
    public void read(Blackhole hole) {
        for (var each : life) {
            hole.consume(FactCodec.event(each.fact, each.metadata));
        }
    }

    /// From the store to what the life cycle reads.
    @Benchmark
    public void decode(Blackhole hole) {
        for (var each : stored) {
            hole.consume(SnapshotReader.peering(serde.deserializer().deserialize("", each)));
        }
    }

    /// From what the life cycle says to the store.
    @Benchmark
    public void encode(Blackhole hole) {
        for (var each : life) {
            hole.consume(serde.serializer().serialize("", SnapshotWriter.snapshot(each.after)));
        }
    }

    private static Metadata metadata(EventMetadata it) {
        return new Metadata(
                it.getEventId(),
                it.getPeeringId(),
                it.getConnectionId(),
                it.getOccurredAt(),
                it.getActor(),
                it.getAnswers(),
                it.getExpects());
    }
}

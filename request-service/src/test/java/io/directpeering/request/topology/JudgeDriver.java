package io.directpeering.request.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.StageOverdue;
import io.directpeering.request.lifecycle.Verdict;
import io.directpeering.request.topology.census.Census;
import io.directpeering.request.topology.deadline.Deadlines;
import io.directpeering.request.topology.deadline.Due;
import io.directpeering.request.topology.drift.AlarmBoard;
import io.directpeering.request.topology.index.Holding;
import io.directpeering.request.topology.index.Holdings;
import io.directpeering.request.topology.stored.StoredPeering;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The judge without a broker.
final class JudgeDriver implements AutoCloseable {

    private static final Serde<SpecificRecord> SERDE = PlainSerde.serde();

    record Told(UUID eventId, Verdict verdict) {}

    private final TopologyTestDriver driver;
    private final Deadlines deadlines;
    private final Holdings holdings;
    private Instant now = Facts.NOW;
    private final List<Told> told = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    JudgeDriver() {
        this(TestDeadlines.byDefault());
    }

    /// @param deadlines looked at whenever time is let pass
    JudgeDriver(TestDeadlines deadlines) {
        this.deadlines = new Deadlines(deadlines.checkEvery(Duration.ofMillis(1)));
        // Filled at once: nothing happens beside the test.
        holdings = new Holdings(this.deadlines, Runnable::run);
        var topology = new JudgeTopology(
                        SERDE,
                        (_, eventId, verdict) -> told.add(new Told(eventId, verdict)),
                        this.deadlines,
                        new Census(meters, new WallClock().withZone(ZoneOffset.UTC)),
                        TestDrift.byDefault(),
                        new AlarmBoard(meters),
                        holdings)
                .build();
        driver = new TopologyTestDriver(
                topology,
                StreamsProperties.of(
                        TestSettings.of("judge-test", stateDir()), Map.of("bootstrap.servers", "none:9092")),
                Facts.NOW);
    }

    void state(SpecificRecord... facts) {
        for (var fact : facts) {
            var key = CloudEventHeaders.metadataOf(fact).orElseThrow().getPeeringId();
            stateRaw(Topics.PEERING_EVENTS, key.toString(), bytes(fact), Facts.NOW);
        }
    }

    /// A fact whose record says which trace it belongs to.
    void stateIn(String traceparent, SpecificRecord fact) {
        var key = CloudEventHeaders.metadataOf(fact).orElseThrow().getPeeringId();
        var headers = new RecordHeaders().add("traceparent", traceparent.getBytes(UTF_8));
        driver.createInputTopic(Topics.PEERING_EVENTS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.toString(), bytes(fact), headers, Facts.NOW));
    }

    void observe(BgpSessionObserved seen) {
        stateRaw(Topics.BGP_SESSION_STATES, seen.getMetadata().getPeeringId().toString(), bytes(seen), Facts.NOW);
    }

    /// Facts that are logged as late as it is by the wall clock.
    void stateNow(SpecificRecord... facts) {
        for (var fact : facts) {
            var key = CloudEventHeaders.metadataOf(fact).orElseThrow().getPeeringId();
            stateRaw(Topics.PEERING_EVENTS, key.toString(), bytes(fact), now);
        }
    }

    /// Lets time pass on the wall. However much it is, what is to be done at intervals is done once.
    void advance(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    Instant now() {
        return now;
    }

    MeterRegistry meters() {
        return meters;
    }

    private final class WallClock implements InstantSource {
        @Override
        public Instant instant() {
            return now;
        }
    }

    void stateRaw(Topic topic, String key, byte @Nullable [] value, Instant at) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, at);
    }

    /// What came out since it was asked last.
    List<TestRecord<String, SpecificRecord>> out(Topic topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), SERDE.deserializer())
                .readRecordsToList();
    }

    /// What was found overdue since it was asked last.
    List<StageOverdue> stated() {
        return out(Topics.PEERING_EVENTS).stream()
                .map(it -> (StageOverdue) it.value())
                .toList();
    }

    /// When it will be looked for what is due.
    List<Instant> agenda() {
        try (var all = this.<Due, byte[]>storeOf(Stores.DEADLINES).all()) {
            var moments = new ArrayList<Instant>();
            all.forEachRemaining(entry -> moments.add(entry.key.at()));
            return moments;
        }
    }

    List<TestRecord<String, byte[]>> dead() {
        return driver.createOutputTopic(
                        Topics.deadLetter(Topics.REQUEST_SERVICE).name(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /// What is known in memory of the one partition.
    Holding holding() {
        return holdings.all().iterator().next();
    }

    Deadlines deadlines() {
        return deadlines;
    }

    List<Told> told() {
        return told;
    }

    /// Where a peering stands that is known.
    PeeringSnapshot peering(UUID peeringId) {
        return stored(peeringId).snapshot();
    }

    StoredPeering stored(UUID peeringId) {
        return this.<StoredPeering>store(Stores.PEERINGS).get(peeringId.toString());
    }

    <K, V> KeyValueStore<K, V> storeOf(String name) {
        return driver.getKeyValueStore(name);
    }

    <T> KeyValueStore<String, T> store(String name) {
        return driver.getKeyValueStore(name);
    }

    static byte[] bytes(SpecificRecord it) {
        return SERDE.serializer().serialize("any", it);
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Path stateDir() {
        try {
            return Files.createTempDirectory(Path.of("target"), "judge");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

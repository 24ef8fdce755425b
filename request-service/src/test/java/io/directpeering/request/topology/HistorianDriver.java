package io.directpeering.request.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.request.topology.history.Cube;
import io.directpeering.request.topology.history.HistorianStores;
import io.directpeering.request.topology.history.HistorianTopology;
import io.directpeering.request.topology.history.Position;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredEntry;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/// The historian without a broker.
final class HistorianDriver implements AutoCloseable {

    private final TopologyTestDriver driver;

    HistorianDriver(int fewestMovesBetween) {
        driver = new TopologyTestDriver(
                new HistorianTopology(PlainSerde.serde(), fewestMovesBetween).build(),
                StreamsProperties.of(
                        "historian-test", Duration.ofMillis(100), settings(), Map.of("bootstrap.servers", "none:9092")),
                Facts.NOW);
    }

    /// What the judge decided, as it came out of it.
    void read(Topic topic, TestRecord<String, SpecificRecord> decided) {
        read(topic, decided.key(), JudgeDriver.bytes(decided.value()), decided.getRecordTime());
    }

    void read(Topic topic, String key, byte[] value, Instant at) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, at);
    }

    List<KeyValue<Position, StoredEntry>> history(UUID peeringId) {
        var all = new ArrayList<KeyValue<Position, StoredEntry>>();
        try (var entries = this.<Position, StoredEntry>store(HistorianStores.HISTORY)
                .range(Position.first(peeringId), Position.last(peeringId))) {
            entries.forEachRemaining(all::add);
        }
        return all;
    }

    Map<StoredCell, Long> counts(Instant at) {
        return Cube.at(at, store(HistorianStores.CHECKPOINTS), store(HistorianStores.MOVES));
    }

    <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    List<TestRecord<String, byte[]>> dead() {
        return driver.createOutputTopic(
                        Topics.deadLetter(Topics.REQUEST_SERVICE).name(),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static TestSettings settings() {
        try {
            return TestSettings.of("historian-test", Files.createTempDirectory(Path.of("target"), "historian"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.directpeering.request.query;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.backends.Backends;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/// Writes to and reads from the broker as somebody else would.
final class LogUnderTest implements Closeable {

    private final Backends backends;
    private final Serde<SpecificRecord> serde;
    private final KafkaProducer<String, byte[]> producer;

    LogUnderTest(Backends backends) {
        this.backends = backends;
        serde = WireFormat.serde(backends.registryUrl());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void state(SpecificRecord... facts) {
        for (var fact : facts) {
            send(CloudEventHeaders.metadataOf(fact).orElseThrow().getPeeringId(), bytes(fact));
        }
    }

    void observe(BgpSessionObserved seen) {
        var topic = Topics.BGP_SESSION_STATES.name();
        send(topic, seen.getMetadata().getPeeringId(), serde.serializer().serialize(topic, seen));
    }

    void send(UUID peeringId, byte @Nullable [] value) {
        send(Topics.PEERING_EVENTS.name(), peeringId, value);
    }

    void send(String topic, UUID peeringId, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic, peeringId.toString(), value));
        producer.flush();
    }

    byte[] bytes(SpecificRecord fact) {
        return serde.serializer().serialize(Topics.PEERING_EVENTS.name(), fact);
    }

    SpecificRecord record(Topic topic, byte[] bytes) {
        return serde.deserializer().deserialize(topic.name(), bytes);
    }

    /// The dead letters of this peering, once there are any.
    List<ConsumerRecord<String, byte[]>> dead(UUID peeringId) {
        var topic = Topics.deadLetter(Topics.REQUEST_SERVICE);
        return await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> read(topic).stream()
                                .filter(it -> peeringId.toString().equals(it.key()))
                                .toList(),
                        it -> !it.isEmpty());
    }

    /// All that is committed.
    List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", backends.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < Objects.requireNonNull(ends.get(it)))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}

package io.directpeering.request.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.directpeering.backends.Backends;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topic;
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

/// A topic as somebody else writes and reads it.
record TopicUnderTest(Topic topic, Backends backends) {

    String name() {
        return topic.name();
    }

    /// Tells records, each under its peering's id.
    void tell(List<? extends SpecificRecord> records) {
        try (Serde<SpecificRecord> serde = WireFormat.serde(backends.registryUrl());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", backends.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (var record : records) {
                var key = CloudEventHeaders.metadataOf(record).orElseThrow().getPeeringId();
                producer.send(new ProducerRecord<>(
                        name(), key.toString(), serde.serializer().serialize(name(), record)));
            }
        }
    }

    void tellBytes(UUID key, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", backends.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name(), key.toString(), value));
        }
    }

    /// Offset behind the last record, by partition.
    Map<Integer, Long> ends() {
        // The broker's own ends count the marks of transactions, too.
        var ends = new HashMap<Integer, Long>();
        all().forEach(record -> ends.merge(record.partition(), record.offset() + 1, Math::max));
        return ends;
    }

    /// Everything on it.
    List<ConsumerRecord<String, byte[]>> all() {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
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

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", backends.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(name()).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
    }
}

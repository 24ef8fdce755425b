package io.directpeering.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.directpeering.schemas.Topic;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads a topic from its first record to the last one there is now, committed ones only.
///
/// @param kafka settings of a client
record EventLog(Map<String, Object> kafka, String registryUrl) {

    /// Records in the order of their partitions.
    <T extends SpecificRecord> List<T> all(Topic topic, Class<T> type) {
        var serde = WireFormat.<SpecificRecord>serde(registryUrl);
        try (serde) {
            return records(topic, serde.deserializer()).stream()
                    .map(ConsumerRecord::value)
                    .map(type::cast)
                    .toList();
        }
    }

    /// Records as they stand on the wire.
    List<ConsumerRecord<String, byte[]>> raw(Topic topic) {
        return records(topic, (name, bytes) -> bytes);
    }

    private <V> List<ConsumerRecord<String, V>> records(Topic topic, Deserializer<V> values) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<ConsumerRecord<String, V>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return read;
        }
    }
}

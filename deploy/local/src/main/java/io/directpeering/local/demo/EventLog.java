package io.directpeering.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.directpeering.local.cluster.Brokers;
import io.directpeering.local.cluster.Principal;
import io.directpeering.local.layout.Layout;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What Kafka keeps of one peering, read by a consumer as anybody can write it.
final class EventLog {

    private EventLog() {}

    /// The peering's records of a topic, in order: they share a key and so a partition.
    ///
    /// @param since nothing of the peering is older
    static List<SpecificRecord> of(Layout layout, Brokers brokers, Topic topic, String peering, Instant since)
            throws IOException {
        var settings = new HashMap<String, Object>(WireFormat.settings(layout.registryUrl()));
        settings.putAll(brokers.client(Principal.ADMIN));
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), deserializer(settings))) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            seek(consumer, ends, since);
            var found = new ArrayList<SpecificRecord>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, SpecificRecord> entry : consumer.poll(Duration.ofMillis(200))) {
                    if (peering.equals(entry.key())) {
                        found.add(entry.value());
                    }
                }
            }
            return found;
        }
    }

    private static AvroKafkaDeserializer<SpecificRecord> deserializer(Map<String, Object> settings) {
        var deserializer = new AvroKafkaDeserializer<SpecificRecord>();
        deserializer.configure(settings, false);
        return deserializer;
    }

    private static void seek(
            KafkaConsumer<String, SpecificRecord> consumer, Map<TopicPartition, Long> ends, Instant since) {
        var starts = consumer.offsetsForTimes(ends.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> since.toEpochMilli())));
        ends.forEach((partition, end) -> {
            var start = starts.get(partition);
            consumer.seek(partition, start == null ? end : start.offset());
        });
    }
}

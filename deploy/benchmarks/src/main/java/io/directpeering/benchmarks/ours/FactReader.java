package io.directpeering.benchmarks.ours;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.directpeering.benchmarks.work.Step;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the facts as anybody might who was there for none of them.
record FactReader(String bootstrapServers, String registryUrl) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Step> STEPS =
            Step.inOrder().stream().collect(Collectors.toMap(Step::fact, step -> step));

    /// Every fact that is in the log now; those of one peering in their order.
    ///
    /// @throws IllegalStateException a fact is of no step
    void readAll(BiConsumer<UUID, Step> told) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
        try (var serde = WireFormat.<SpecificRecord>serde(registryUrl);
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), serde.deserializer())) {
            var partitions = consumer.partitionsFor(Topics.PEERING_EVENTS.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    var fact = record.value();
                    var metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
                    told.accept(metadata.getPeeringId(), stepOf(fact));
                }
            }
        }
    }

    private static Step stepOf(SpecificRecord fact) {
        var step = STEPS.get(fact.getSchema().getName());
        if (step == null) {
            throw new IllegalStateException(fact.getSchema().getName() + " is stated by nobody here.");
        }
        return step;
    }
}

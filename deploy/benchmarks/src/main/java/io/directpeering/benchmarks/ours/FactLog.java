package io.directpeering.benchmarks.ours;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.directpeering.events.EventMetadata;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/// Where facts are stated, as the services state theirs: Avro by way of the registry, with the headers of CloudEvents,
/// acknowledged by all replicas, one request at a time.
final class FactLog implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final KafkaProducer<String, SpecificRecord> producer;

    FactLog(String bootstrapServers, String registryUrl) {
        producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.in.flight.requests.per.connection",
                        1,
                        "interceptor.classes",
                        CloudEventHeaders.class.getName()),
                new StringSerializer(),
                WireFormat.<SpecificRecord>serde(registryUrl).serializer());
    }

    /// @return comes when the fact is in the log
    CompletableFuture<RecordMetadata> state(SpecificRecord fact) {
        var acknowledged = new CompletableFuture<RecordMetadata>();
        producer.send(new ProducerRecord<>(Topics.PEERING_EVENTS.name(), peeringOf(fact), fact), (where, failure) -> {
            if (failure == null) {
                acknowledged.complete(where);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private static String peeringOf(SpecificRecord fact) {
        EventMetadata metadata = CloudEventHeaders.metadataOf(fact).orElseThrow();
        return metadata.getPeeringId().toString();
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}

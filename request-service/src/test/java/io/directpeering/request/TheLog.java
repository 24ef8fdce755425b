package io.directpeering.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeerAsnValidated;
import io.directpeering.schemas.CloudEventHeaders;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The topics as others read and write them.
@ApplicationScoped
public class TheLog {

    private final Map<String, Object> broker;

    /// One for all: each has a client of the registry with threads of its own.
    private final Serde<SpecificRecord> serde;

    TheLog(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "peering.registry.url") String registryUrl) {
        this.broker = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        this.serde = WireFormat.serde(registryUrl);
    }

    @PreDestroy
    void close() {
        serde.close();
    }

    /// What a topic holds of a peering, in order.
    public List<SpecificRecord> of(Topic topic, UUID peeringId) {
        return of(topic, peeringId.toString());
    }

    /// What a topic holds under a key, in order.
    public List<SpecificRecord> of(Topic topic, String key) {
        var found = new ArrayList<SpecificRecord>();
        try (var consumer = bytes()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> {
                    if (key.equals(read.key())) {
                        found.add(serde.deserializer().deserialize(topic.name(), read.value()));
                    }
                });
            }
        }
        return found;
    }

    /// Number of facts and registrations ever stated.
    public long facts() {
        try (var consumer = bytes()) {
            return records(consumer, Topics.PEERING_EVENTS) + records(consumer, Topics.PEER_ASN_REGISTRATIONS);
        }
    }

    /// Number of records that a topic ever held.
    public long records(Topic topic) {
        try (var consumer = bytes()) {
            return records(consumer, topic);
        }
    }

    private static long records(KafkaConsumer<String, byte[]> consumer, Topic topic) {
        return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private KafkaConsumer<String, byte[]> bytes() {
        return new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /// States a fact as another service does.
    public void state(SpecificRecord fact) throws Exception {
        var key = CloudEventHeaders.metadataOf(fact).orElseThrow().getPeeringId();
        send(Topics.PEERING_EVENTS, key.toString(), fact);
    }

    /// Tells what was seen of a session, as provisioning-service does.
    public void observe(BgpSessionObserved seen) throws Exception {
        send(Topics.BGP_SESSION_STATES, seen.getMetadata().getPeeringId().toString(), seen);
    }

    /// States what was found of a registration, as approval-service does.
    public void state(PeerAsnValidated finding) throws Exception {
        send(Topics.PEER_ASN_VALIDATIONS, Long.toString(finding.getMetadata().getPeerAsn()), finding);
    }

    private void send(Topic topic, String key, SpecificRecord value) throws Exception {
        sendRaw(topic, key, serde.serializer().serialize(topic.name(), value));
    }

    /// Puts bytes on a topic that may be no record at all.
    public void sendRaw(Topic topic, String key, byte @Nullable [] value) throws Exception {
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}

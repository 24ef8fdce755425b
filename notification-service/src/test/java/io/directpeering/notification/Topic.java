package io.directpeering.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.directpeering.backends.Backends;
import io.directpeering.events.PeerAsnRegistered;
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

/// The judge's end of peering-transitions, and the dead letter.
final class Topic implements AutoCloseable {

    private final Backends backends = Backends.shared();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", backends.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Serde<SpecificRecord> serde = WireFormat.serde(backends.registryUrl());

    void send(Example example, SpecificRecord... records) {
        for (var record : records) {
            sendBytes(example, bytes(record));
        }
    }

    void register(PeerAsnRegistered registered) {
        registration(
                String.valueOf(registered.getMetadata().getPeerAsn()),
                serde.serializer().serialize(Topics.PEER_ASN_REGISTRATIONS.name(), registered));
    }

    void registration(String key, byte[] value) {
        send(new ProducerRecord<>(Topics.PEER_ASN_REGISTRATIONS.name(), key, value));
    }

    byte[] bytes(SpecificRecord record) {
        return serde.serializer().serialize(Topics.PEERING_TRANSITIONS.name(), record);
    }

    /// Same key, same partition: what is sent later is read later.
    void sendBytes(Example example, byte @Nullable [] value) {
        send(new ProducerRecord<>(Topics.PEERING_TRANSITIONS.name(), example.peeringId.toString(), value));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Dead letters that stood under the peering's key.
    List<ConsumerRecord<String, byte[]>> deadLetters(Example example) {
        return deadLetters(example.peeringId.toString());
    }

    List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        var topic = Topics.deadLetter(Topics.NOTIFICATION_SERVICE).name();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
            }
            return letters.stream().filter(letter -> key.equals(letter.key())).toList();
        }
    }

    static String header(ConsumerRecord<String, byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}

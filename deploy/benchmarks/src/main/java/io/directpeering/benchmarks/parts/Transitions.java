package io.directpeering.benchmarks.parts;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Follows the transitions as another system would: what is committed, in order.
public final class Transitions implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Serde<PeeringTransitioned> serde;
    private final KafkaConsumer<String, PeeringTransitioned> consumer;
    private final ConcurrentMap<UUID, Progress> progress = new ConcurrentHashMap<>();
    private final Thread reader;

    private Transitions(Serde<PeeringTransitioned> serde, KafkaConsumer<String, PeeringTransitioned> consumer) {
        this.serde = serde;
        this.consumer = consumer;
        this.reader = Thread.ofPlatform().daemon().name("transitions").unstarted(this::read);
    }

    public static Transitions follow(String bootstrapServers, String registryUrl) {
        var serde = WireFormat.<PeeringTransitioned>serde(registryUrl);
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                serde.deserializer());
        consumer.assign(consumer.partitionsFor(Topics.PEERING_TRANSITIONS.name()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList());
        var following = new Transitions(serde, consumer);
        following.reader.start();
        return following;
    }

    public Progress of(UUID peering) {
        return progress.computeIfAbsent(peering, _ -> new Progress());
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(POLL)) {
                    var snapshot = record.value().getSnapshot();
                    of(snapshot.getPeeringId()).tell(snapshot);
                }
            }
        } catch (WakeupException e) {
            serde.close();
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join();
    }
}

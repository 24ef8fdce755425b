package io.directpeering.request.query.past;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Reads single transitions out of the log, by partition and offset. Few at a time: each reader is a connection to the
/// broker of its own, and is kept for the next one.
@Singleton
public class TransitionLog {

    private static final int READERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(200);

    /// What lies beside the record wanted is read with it: no more than this, unless the record alone is larger.
    private static final int FETCH_BYTES = 64 * 1024;

    private final Map<String, Object> settings;
    private final Serde<PeeringTransitioned> serde;
    private final Semaphore free = new Semaphore(READERS, true);
    private final ConcurrentLinkedDeque<KafkaConsumer<String, byte[]>> idle = new ConcurrentLinkedDeque<>();

    /// @param broker address of the broker and how it is spoken to, as every channel of the service has it
    public TransitionLog(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "peering.registry.url") String registryUrl) {
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        serde = WireFormat.serde(registryUrl);
    }

    /// The transition that stands there; empty: the log cannot be read at the moment.
    public Optional<PeeringTransitioned> read(int partition, long offset) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return readWith(reader(), partition, offset);
        } catch (KafkaException e) {
            return Optional.empty();
        } finally {
            free.release();
        }
    }

    @PreDestroy
    void close() {
        idle.forEach(each -> each.close());
        serde.close();
    }

    private Optional<PeeringTransitioned> readWith(KafkaConsumer<String, byte[]> reader, int partition, long offset) {
        var well = false;
        try {
            var bytes = bytes(reader, new TopicPartition(Topics.PEERING_TRANSITIONS.name(), partition), offset);
            well = true;
            return Optional.ofNullable(bytes)
                    .map(it -> serde.deserializer().deserialize(Topics.PEERING_TRANSITIONS.name(), it));
        } finally {
            if (well) {
                idle.push(reader);
            } else {
                reader.close();
            }
        }
    }

    private static byte @Nullable [] bytes(KafkaConsumer<String, byte[]> reader, TopicPartition where, long offset) {
        reader.assign(List.of(where));
        reader.seek(where, offset);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (var record : reader.poll(POLL)) {
                if (record.offset() == offset) {
                    return record.value();
                }
                if (record.offset() > offset) {
                    return null;
                }
            }
        }
        return null;
    }

    private KafkaConsumer<String, byte[]> reader() {
        var kept = idle.poll();
        return kept == null
                ? new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())
                : kept;
    }
}

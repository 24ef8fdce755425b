package io.directpeering.subscribe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.schemas.Arrival;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Prints every transition as a line of JSON: `FollowTransitions [broker [registry [group]]]`.
///
/// Stopped and started again it goes on where it was, for its group's offsets are stored behind each batch.
public final class FollowTransitions {

    private static final String KNOWN = "io.directpeering.events.PeeringTransitioned";

    /// The last sequence of each peering. Keep it where your effect is, in one transaction: this one forgets.
    private final Map<UUID, Long> last = new HashMap<>();

    private final Serde<SpecificRecord> serde;
    private volatile boolean stopping;
    private int taken;
    private int repeats;
    private int unknown;

    private FollowTransitions(Serde<SpecificRecord> serde) {
        this.serde = serde;
    }

    public static void main(String[] args) {
        var broker = args.length > 0 ? args[0] : "127.0.0.1:9092";
        var registry = args.length > 1 ? args[1] : "http://127.0.0.1:8085/apis/registry/v3";
        var group = args.length > 2 ? args[2] : "subscriber-java";
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker,
                "group.id", group,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                var serde = WireFormat.serde(registry)) {
            var follower = new FollowTransitions(serde);
            var main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> follower.end(main)));
            follower.follow(consumer);
        }
        System.err.println("stopped");
    }

    /// Lets the batch at hand be finished and its offsets be stored.
    private void end(Thread main) {
        stopping = true;
        try {
            main.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(Topics.PEERING_TRANSITIONS.name()));
        while (!stopping) {
            var batch = consumer.poll(Duration.ofSeconds(1));
            batch.forEach(this::take);
            if (!batch.isEmpty()) {
                consumer.commitSync();
                System.err.printf("taken %d, repeats %d, unknown %d%n", taken, repeats, unknown);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        // A later release may put other records here. The header tells before the bytes are read.
        var type = record.headers().lastHeader("ce_type");
        if (type == null || !KNOWN.equals(new String(type.value(), UTF_8))) {
            unknown++;
            return;
        }
        var transition = (PeeringTransitioned) serde.deserializer().deserialize(record.topic(), record.value());
        var peering = transition.getMetadata().getPeeringId();
        var sequence = transition.getSequence();
        // The first that is seen of a peering is taken as it comes.
        switch (Arrival.of(last.getOrDefault(peering, sequence - 1), sequence)) {
            case REPEAT -> repeats++;
            case GAP -> throw new IllegalStateException("Before sequence " + sequence + " of " + peering
                    + " one is missing, which the contract rules out");
            case NEXT -> {
                last.put(peering, sequence);
                taken++;
                print(transition);
            }
        }
    }

    private static void print(PeeringTransitioned it) {
        System.out.printf(
                "{\"eventId\":\"%s\",\"peeringId\":\"%s\",\"sequence\":%d,\"cause\":\"%s\",\"state\":\"%s\",\"at\":%d}%n",
                it.getMetadata().getEventId(),
                it.getMetadata().getPeeringId(),
                it.getSequence(),
                it.getCause().getType(),
                it.getSnapshot().getState(),
                it.getMetadata().getOccurredAt().toEpochMilli());
    }
}

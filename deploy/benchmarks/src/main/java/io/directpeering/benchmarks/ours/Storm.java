package io.directpeering.benchmarks.ours;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.directpeering.benchmarks.work.Terms;
import io.directpeering.events.AddressFamily;
import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.BgpSessionState;
import io.directpeering.events.EventMetadata;
import io.directpeering.events.RoutePolicy;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/// 100,000 observations a minute, as provisioning-service would tell them of sessions that flap: one after the other of
/// the peerings that it has hit so far.
final class Storm implements AutoCloseable {

    private static final long OBSERVATIONS_PER_MINUTE = 100_000;
    private static final Duration PACE = Duration.ofMillis(5);
    private static final Duration READ_LIMIT = Duration.ofSeconds(10);
    private static final double LULL = 0.95;

    private final String bootstrapServers;
    private final KafkaProducer<String, BgpSessionObserved> producer;
    private final List<UUID> hit = new CopyOnWriteArrayList<>();
    private final AtomicLong told = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Clock clock = Clock.systemUTC();
    private final Thread thread;
    private volatile boolean over;
    private volatile double perMinute;

    private Storm(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                // As the channel of provisioning-service is set.
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "1", "linger.ms", 20),
                new StringSerializer(),
                WireFormat.<BgpSessionObserved>serde(registryUrl).serializer());
        this.thread = Thread.ofPlatform().daemon().name("storm").unstarted(this::rage);
    }

    static Storm raise(String bootstrapServers, String registryUrl) {
        var storm = new Storm(bootstrapServers, registryUrl);
        storm.thread.start();
        return storm;
    }

    /// From now on this one's session flaps, too.
    void hit(UUID peering) {
        hit.add(peering);
    }

    private void rage() {
        var begun = 0L;
        long number = 0;
        while (!over) {
            var peerings = hit.size();
            if (peerings > 0) {
                begun = begun == 0 ? System.nanoTime() : begun;
                var due = (System.nanoTime() - begun) * OBSERVATIONS_PER_MINUTE / 60_000_000_000L;
                for (; number < due; number++) {
                    tell(hit.get((int) (number % peerings)), number / peerings % 2 == 0);
                }
                perMinute = 60e9 * number / (System.nanoTime() - begun);
            }
            try {
                Thread.sleep(PACE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tell(UUID peering, boolean up) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var metadata = new EventMetadata(
                UUID.randomUUID(),
                peering,
                Terms.connectionOf(peering),
                now,
                Topics.PROVISIONING_SERVICE,
                Topics.PROVISIONING_SERVICE,
                null,
                null);
        var seen = new BgpSessionObserved(
                metadata,
                AddressFamily.IPv4,
                up ? BgpSessionState.Established : BgpSessionState.Idle,
                RoutePolicy.Allow,
                "fra1-edge1",
                up ? 20 : 0,
                up ? 20 : 0,
                0,
                0,
                up ? now : null,
                up ? null : "hold timer expired");
        producer.send(new ProducerRecord<>(Topics.BGP_SESSION_STATES.name(), peering.toString(), seen), (_, cause) -> {
            if (cause == null) {
                told.incrementAndGet();
            } else {
                failure.set(cause);
            }
        });
    }

    /// Ends it, and demands that it was one: told at that pace, and read by the judge to the end.
    ///
    /// @throws IllegalStateException it was not
    @Override
    public void close() throws Exception {
        over = true;
        thread.join();
        producer.close();
        if (failure.get() != null) {
            throw failure.get();
        }
        if (perMinute < LULL * OBSERVATIONS_PER_MINUTE) {
            throw new IllegalStateException("The storm blew with %.0f observations a minute".formatted(perMinute));
        }
        demandRead();
    }

    private void demandRead() throws Exception {
        var group = Settings.of(Path.of("stores")).judge().applicationId();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var end = System.nanoTime() + READ_LIMIT.toNanos();
            var unread = unread(admin, group);
            while (unread > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "The judge has not read %d of %d observations".formatted(unread, told.get()));
                }
                Thread.sleep(PACE);
                unread = unread(admin, group);
            }
        }
    }

    private static long unread(Admin admin, String group) throws Exception {
        var topic = Topics.BGP_SESSION_STATES.name();
        var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(each -> each.partitions().stream())
                .map(each -> new TopicPartition(topic, each.partition()))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var read = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return admin.listOffsets(partitions).all().get().entrySet().stream()
                .mapToLong(each -> {
                    var upTo = read.get(each.getKey());
                    return each.getValue().offset() - (upTo == null ? 0 : upTo.offset());
                })
                .sum();
    }
}

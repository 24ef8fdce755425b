package io.directpeering.benchmarks.floor;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.directpeering.benchmarks.parts.LogBroker;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.benchmarks.work.Terms;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;

import static org.apache.kafka.streams.StoreQueryParameters.fromNameAndType;

/// A fact goes to a topic; one processor puts the peering's next state into a store and sends it on. Settings are the
/// judge's; texts instead of records with schemas.
public final class BareStreams implements Contender {

    private static final String FACTS = "facts";
    private static final String TRANSITIONS = "transitions";
    private static final int PARTITIONS = 4;
    private static final long PATIENCE_SECONDS = 60;

    private final LogBroker broker;
    private final KafkaProducer<String, String> producer;
    private final KafkaStreams streams;
    private final Map<String, CompletableFuture<String>> waiting;

    private BareStreams(
            LogBroker broker,
            KafkaProducer<String, String> producer,
            KafkaStreams streams,
            Map<String, CompletableFuture<String>> waiting) {
        this.broker = broker;
        this.producer = producer;
        this.streams = streams;
        this.waiting = waiting;
    }

    public static BareStreams start(Surroundings surroundings) throws Exception {
        var broker = LogBroker.start(surroundings);
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(FACTS, PARTITIONS, (short) 1),
                            new NewTopic(TRANSITIONS, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        var waiting = new ConcurrentHashMap<String, CompletableFuture<String>>();
        var streams = new KafkaStreams(topology(waiting), settings(surroundings, broker));
        var running = new CountDownLatch(1);
        streams.setStateListener((now, _) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The bare application does not start: " + streams.state());
        }
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new StringSerializer());
        return new BareStreams(broker, producer, streams, waiting);
    }

    private static Topology topology(Map<String, CompletableFuture<String>> waiting) {
        var texts = Serdes.String();
        return new Topology()
                .addSource("source", texts.deserializer(), texts.deserializer(), FACTS)
                .addProcessor("step", () -> new OneStep(waiting), "source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(OneStep.STORE), texts, texts)
                                .withCachingDisabled(),
                        "step")
                .addSink("sink", TRANSITIONS, texts.serializer(), texts.serializer(), "step");
    }

    private static Properties settings(Surroundings surroundings, LogBroker broker) {
        var settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bare");
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                surroundings.scratch().resolve("stores").toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
        settings.put(StreamsConfig.producerPrefix("linger.ms"), 2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return settings;
    }

    @Override
    public void take(UUID peering, Step step) throws Exception {
        var visible = new CompletableFuture<String>();
        waiting.put(peering.toString(), visible);
        var body = step.name() + (step == Step.REQUEST ? Terms.of(peering) : "");
        producer.send(new ProducerRecord<>(FACTS, peering.toString(), body)).get();
        var state = visible.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!state.equals(step.state())) {
            throw new IllegalStateException(peering + " is " + state + " after " + step);
        }
    }

    @Override
    public Map<String, Long> byState() {
        var counts = new HashMap<String, Long>();
        var store = streams.store(fromNameAndType(OneStep.STORE, QueryableStoreTypes.<String, String>keyValueStore()));
        try (var all = store.all()) {
            all.forEachRemaining(entry -> counts.merge(OneStep.stateOf(entry.value), 1L, Long::sum));
        }
        return counts;
    }

    @Override
    public Stored stored() throws IOException {
        return broker.stored();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        streams.close(Duration.ofSeconds(10));
        broker.close();
    }
}

package io.directpeering.system;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Person;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.schemas.Topics;
import io.directpeering.schemas.WireFormat;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import static org.awaitility.Awaitility.await;

/// What the life cycle takes while sessions flap: commands at a fixed pace against a suite that is up, before and
/// during
/// a storm. Started by hand, not with the tests:
///
/// ```
/// StormLoad <checkout> <observations per minute> <seconds> <commands per second>
/// ```
///
/// Every latency counts from when the command was due, so that a suite that stands still does not look fast.
final class StormLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Person OPERATOR = Person.operator("operator@example.net");
    private static final List<Map.Entry<String, List<Integer>>> METROS = List.of(
            Map.entry("Frankfurt", List.of(58, 60)),
            Map.entry("Amsterdam", List.of(18, 62)),
            Map.entry("London", List.of(34, 45)));
    private static final int ACTIVE_NETWORKS = 6;
    private static final int WAITING_NETWORKS = 6;

    private final Layout layout;
    private final Tokens tokens;
    private final int perSecond;
    private final Map<String, Long> dueBy = new ConcurrentHashMap<>();
    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private volatile boolean over;

    private StormLoad(String checkout, int perSecond) throws IOException {
        layout = Layout.of(checkout, null, System.getenv());
        tokens = new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER));
        this.perSecond = perSecond;
    }

    public static void main(String[] args) throws Exception {
        new StormLoad(args[0], Integer.parseInt(args[3])).run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void run(int observationsPerMinute, int seconds) throws Exception {
        var begun = System.currentTimeMillis() / 1000 % 100_000;
        for (int network = 0; network < ACTIVE_NETWORKS; network++) {
            active(300_000 + begun * 10 + network);
        }
        var waiting = new ArrayList<String>();
        for (int network = 0; network < WAITING_NETWORKS; network++) {
            waiting.addAll(requested(2_000_000 + begun * 10 + network));
        }
        var reader = Thread.ofPlatform().start(this::readTransitions);
        say("warm-up", waiting, Math.min(seconds, 20));
        say("quiet", waiting, Math.min(seconds, 60));
        var before = records();
        var storm = as(OPERATOR)
                .put(
                        "/simulator/storm",
                        "{\"observationsPerMinute\":%d,\"seconds\":%d}".formatted(observationsPerMinute, seconds));
        System.out.println("storm: " + storm.body());
        say("storm", waiting, seconds);
        System.out.printf(
                "observations on the topic: %d, %.0f a minute%n",
                records() - before, (records() - before) * 60.0 / seconds);
        over = true;
        reader.join();
    }

    /// One phase: commands at their pace, and what they took.
    private void say(String phase, List<String> peerings, int seconds) throws InterruptedException {
        var answered = new ConcurrentLinkedQueue<Long>();
        var failed = new ConcurrentLinkedQueue<String>();
        dueBy.clear();
        var operator = as(OPERATOR);
        var started = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < seconds * perSecond; i++) {
                var due = started + i * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                var peering = peerings.get(i % peerings.size());
                callers.execute(() -> {
                    var answer = operator.post("/peerings/" + peering + "/information", "{\"answer\":\"as agreed\"}");
                    answered.add(System.nanoTime() - due);
                    if (answer.status() == 200) {
                        dueBy.put(peering + "/" + answer.body().at("/sequence").asLong(), due);
                    } else {
                        failed.add(answer.status() + " " + answer.body());
                    }
                });
            }
        }
        TimeUnit.SECONDS.sleep(2);
        var told = dueBy.entrySet().stream()
                .filter(entry -> read.containsKey(entry.getKey()))
                .mapToLong(entry -> Objects.requireNonNull(read.get(entry.getKey())) - entry.getValue());
        System.out.printf(
                "%-8s %d commands, %d failed %s%n         decision: %s%n         read committed: %s%n",
                phase,
                answered.size(),
                failed.size(),
                failed.stream().limit(1).toList(),
                percentiles(answered.stream().mapToLong(Long::longValue)),
                percentiles(told));
    }

    private static String percentiles(LongStream nanos) {
        var sorted = nanos.sorted().toArray();
        return sorted.length == 0
                ? "none"
                : "n %d  p50 %.0f ms  p95 %.0f ms  p99 %.0f ms  max %.0f ms"
                        .formatted(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    private void active(long asn) {
        for (var id : requested(asn)) {
            var operator = as(OPERATOR);
            await().atMost(PATIENCE).until(() -> operator.get("/reviews/" + id).accepted());
            operator.post("/reviews/" + id + "/approve", "{\"reason\":\"as agreed\"}");
            await().atMost(PATIENCE)
                    .until(() -> connections(operator, id).stream().allMatch(each -> each.hasNonNull("loa")));
            for (var connection : connections(operator, id)) {
                operator.post(
                        "/peerings/" + id + "/connections/"
                                + connection.at("/connectionId").asText() + "/wiring-completed",
                        "{}");
            }
            await().atMost(PATIENCE)
                    .until(() -> connections(operator, id).stream()
                            .allMatch(each -> each.at("/routePolicy").asText().equals("Allow")));
        }
    }

    /// A peering in each metro.
    private List<String> requested(long asn) {
        var peer = as(Person.peer("noc@as%d.example".formatted(asn), asn));
        peer.put("/peer-asns/" + asn, """
                {"name":"Peer %d","contacts":[
                  {"role":"Noc","email":"noc@as%d.example","phone":"+49 69 0000"}]}""".formatted(asn, asn));
        await().atMost(PATIENCE)
                .until(() -> peer.get("/peer-asns/" + asn)
                        .body()
                        .at("/validationState")
                        .asText()
                        .equals("Approved"));
        return METROS.stream()
                .map(metro -> peer.post("/peerings", """
                                {"peerAsn":%d,"name":"%s","peeringLocation":"%s","connections":[
                                  {"peeringDBFacilityId":%d,"bandwidthInMbps":10000,
                                   "maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":100},
                                  {"peeringDBFacilityId":%d,"bandwidthInMbps":10000,
                                   "maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":100}]}""".formatted(
                                        asn,
                                        metro.getKey().toLowerCase(java.util.Locale.ROOT),
                                        metro.getKey(),
                                        metro.getValue().getFirst(),
                                        metro.getValue().getLast()))
                        .body()
                        .at("/peeringId")
                        .asText())
                .toList();
    }

    private static List<JsonNode> connections(Api api, String peering) {
        var all = new ArrayList<JsonNode>();
        api.get("/peerings/" + peering).body().at("/connections").forEach(all::add);
        return all;
    }

    private void readTransitions() {
        try (var serde = WireFormat.serde(layout.url(Port.REGISTRY) + "/apis/registry/v3");
                var consumer = new KafkaConsumer<>(consumer(), new StringDeserializer(), serde.deserializer())) {
            var partitions = partitions(consumer, Topics.PEERING_TRANSITIONS.name());
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!over) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.value() instanceof PeeringTransitioned it) {
                        read.put(record.key() + "/" + it.getSequence(), System.nanoTime());
                    }
                }
            }
        }
    }

    private long records() {
        try (var consumer = new KafkaConsumer<>(consumer(), new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(partitions(consumer, Topics.BGP_SESSION_STATES.name())).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
    }

    private Map<String, Object> consumer() {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + layout.port(Port.BROKER),
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                "20");
    }

    private Api as(Person person) {
        return new Api(layout.url(Port.GATEWAY), tokens.of(person));
    }
}

package io.directpeering.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import io.directpeering.events.PeeringTransitioned;
import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Three instances of request-service, of which some come, go and are killed while networks ask, withdraw, read, list
/// and count.
@EnabledIfSystemProperty(
        named = "scaled",
        matches = "true",
        disabledReason = "starts several of each process and takes minutes; -Dscaled=true runs it")
@ExtendWith(Suite.Running.class)
class ClusterST {

    private static final long FIRST_ASN = 212_000;
    private static final int NETWORKS = 6;
    private static final int KILLS = 2;
    private static final Duration BETWEEN = Duration.ofSeconds(Long.getLong("cluster.pause", 12));
    private static final double ERRORS_PER_REQUEST = 0.001;
    private static final Person OPERATOR = Person.operator("operator@example.net");

    @Test
    void answersAreRightWhileInstancesComeAndGo(Suite suite) throws Exception {
        // Given
        var report = new ClusterReport();
        var asns = LongStream.range(FIRST_ASN, FIRST_ASN + NETWORKS).boxed().toList();
        asns.forEach(asn -> register(suite, asn));
        // The networks get no further than a request; that one was open is part of what is held against the log.
        Walk.ofNewPeer(suite, FIRST_ASN + NETWORKS, 1).toActive();
        try (var cluster = new Cluster(suite.layout())) {
            cluster.join(2);
            cluster.join(3);
            settle(report, "three instances");

            // When
            whileNetworksLive(suite, cluster, report, asns, () -> {
                settle(report, "undisturbed");
                cluster.leave(2);
                settle(report, "2 left");
                cluster.join(2);
                settle(report, "2 is back");
                cluster.kill(3);
                settle(report, "3 was killed");
                cluster.join(3);
                settle(report, "3 is back");
                suite.process(Topics.REQUEST_SERVICE).destroyForcibly();
                settle(report, "1 was killed");
                await("1 to be back")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> suite.as(OPERATOR, cluster.url(1))
                                .get("/peerings?limit=1")
                                .accepted());
                settle(report, "1 is back");
            });
            System.out.println(report.text());

            // Then
            await("every fact to be judged")
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> Invariants.of(suite).hold());
            var log = new EventLog(suite.kafka(), suite.registryUrl())
                    .all(Topics.PEERING_TRANSITIONS, PeeringTransitioned.class);
            report.compare(log);
            assertThat(report.wrong()).isEmpty();
            assertEveryInstanceListsTheLog(suite, cluster, asns, log);
            assertThat(report.requests()).isGreaterThan(1_000);
            assertThat(report.errorsPerRequest()).isLessThan(ERRORS_PER_REQUEST);
            assertThat(report.brokenReads())
                    .as("connections that ended under a read: one that was under way for each network and kill")
                    .isLessThanOrEqualTo(NETWORKS * KILLS);
        }
    }

    private interface Disturbance {
        void run() throws Exception;
    }

    private static void whileNetworksLive(
            Suite suite, Cluster cluster, ClusterReport report, List<Long> asns, Disturbance disturbance)
            throws Exception {
        var goOn = new AtomicBoolean(true);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var living = asns.stream()
                    .map(asn -> clients.submit(() -> new ClusterClient(
                                    cluster, report, suite.token(Person.peer("noc@peer.example", asn)), asn)
                            .live(goOn::get)))
                    .toList();
            try {
                disturbance.run();
            } finally {
                goOn.set(false);
            }
            for (var each : living) {
                each.get();
            }
        }
    }

    /// Long enough for whoever is silent to be given up, and for partitions to have moved.
    private static void settle(ClusterReport report, String what) throws InterruptedException {
        var before = report.requests();
        await().pollDelay(BETWEEN).atMost(BETWEEN.plusSeconds(5)).until(() -> true);
        System.out.printf(
                "cluster: %s, %d requests; so far %s%n",
                what,
                report.requests() - before,
                report.text().lines().findFirst().orElseThrow());
    }

    private static void assertEveryInstanceListsTheLog(
            Suite suite, Cluster cluster, List<Long> asns, List<PeeringTransitioned> log) {
        for (var asn : asns) {
            Map<UUID, Long> fold = log.stream()
                    .filter(each -> each.getSnapshot().getPeer().getAsn() == asn)
                    .collect(Collectors.toMap(
                            each -> each.getMetadata().getPeeringId(), PeeringTransitioned::getSequence, Math::max));
            for (var url : cluster.all()) {
                var api = suite.as(OPERATOR, url);
                Map<UUID, Long> listed = new java.util.HashMap<>();
                var path = "/peerings?limit=200&peerAsn=" + asn;
                var answer = api.get(path);
                StreamSupport.stream(answer.body().at("/items").spliterator(), false)
                        .forEach(each -> listed.put(
                                UUID.fromString(each.at("/peeringId").asText()),
                                each.at("/sequence").asLong()));
                assertThat(listed)
                        .as("AS%d at %s: %s", asn, url, answer.status())
                        .isEqualTo(fold);
            }
        }
    }

    private static void register(Suite suite, long asn) {
        var peer = suite.as(Person.peer("noc@peer.example", asn));
        assertThat(peer.put("/peer-asns/" + asn, """
                {"name":"Peer %d","contacts":[
                  {"role":"Noc","email":"noc@as%d.example","phone":"+49 69 0000"}]}""".formatted(asn, asn)).accepted())
                .isTrue();
        await("AS" + asn + " to be validated")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> peer.get("/peer-asns/" + asn)
                                .body()
                                .at("/validationState")
                                .asText(),
                        "Approved"::equals);
    }
}

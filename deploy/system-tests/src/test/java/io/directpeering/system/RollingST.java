package io.directpeering.system;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.directpeering.local.issuer.Person;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Three request-services, two of each other service and three brokers, with the rights of the Kubernetes manifests:
/// each process is told to go and comes back, one after the other, while peerings are walked. Nobody is refused, and
/// nothing is lost.
@EnabledIfSystemProperty(
        named = "scaled",
        matches = "true",
        disabledReason = "starts several of each process and takes minutes; -Dscaled=true runs it")
class RollingST {

    private static final int PORT_OFFSET = 14_000;
    private static final int PARTITIONS = 4;
    private static final int WALKERS = 3;
    private static final long FIRST_ASN = 230_000;
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Duration LONGEST_UNAVAILABILITY = Duration.ofSeconds(10);

    private final AtomicInteger nextWalk = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void rollingRestartRefusesNothingAndLosesNothing() throws Exception {
        try (var suite = Suite.start("rolling", PORT_OFFSET, "--replicas", "3", "--brokers", "3");
                var probe = new Probe(suite.as(Person.operator("probe@example.net")));
                var walkers = Executors.newFixedThreadPool(WALKERS)) {
            // Given
            while (probe.partitions() < PARTITIONS) {
                probe.offer(walk(suite), PARTITIONS);
            }
            var underWay = IntStream.range(0, WALKERS)
                    .mapToObj(walker -> walkers.submit((Callable<Integer>) () -> walkUntilEnough(suite)))
                    .toList();

            // When
            try {
                for (var service : suite.names("/services")) {
                    restart(suite, service, () -> suite.process(service));
                }
                for (var broker : suite.names("/broker/nodes")) {
                    restart(suite, broker, () -> suite.broker(broker));
                    await("every partition to be on every broker again")
                            .atMost(PATIENCE)
                            .until(() -> everyPartitionIsInSync(suite));
                }
            } finally {
                // Walkers would else go on while the test has failed already.
                enough.set(true);
            }

            // Then
            var walked = finished(underWay);
            System.out.printf(
                    "rolling restart: %s; %d walks; longest unavailability by partition %s%n",
                    suite.tally(), walked, probe.longest());
            assertThat(walked).isGreaterThan(WALKERS);
            assertThat(suite.tally().refused()).as("refused").isEmpty();
            assertThat(probe.longest().values())
                    .allSatisfy(longest -> assertThat(longest).isLessThan(LONGEST_UNAVAILABILITY));
            await("every fact to be judged")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> Invariants.of(suite).hold());
        }
    }

    private UUID walk(Suite suite) {
        var number = nextWalk.incrementAndGet();
        return Walk.ofNewPeer(suite, FIRST_ASN + number, number).toRemoved();
    }

    private int walkUntilEnough(Suite suite) {
        var walked = 0;
        while (!enough.get()) {
            walk(suite);
            walked++;
        }
        return walked;
    }

    private static int finished(List<Future<Integer>> walkers) throws Exception {
        var walked = 0;
        for (var walker : walkers) {
            walked += walker.get();
        }
        return walked;
    }

    /// Where a process is found at this moment.
    private interface Place {
        ProcessHandle now() throws Exception;
    }

    private static void restart(Suite suite, String name, Place place) throws Exception {
        var process = place.now();
        var told = System.nanoTime();
        process.destroy();
        process.onExit().join();
        await(name + " to be back").atMost(PATIENCE).until(() -> suite.isReady(name));
        System.out.printf("%s is back after %.1f s%n", name, (System.nanoTime() - told) / 1e9);
    }

    private static boolean everyPartitionIsInSync(Suite suite) throws Exception {
        try (var admin = Admin.create(suite.kafka())) {
            var topics = admin.listTopics().names().get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        }
    }
}

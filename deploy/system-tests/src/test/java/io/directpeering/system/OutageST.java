package io.directpeering.system;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Parts that every service needs are gone for a while, in the middle of many walks. Afterwards nothing is owed: the
/// outbox is empty, every group has read its topics to the end, and the log holds what it must.
@ExtendWith(Suite.Running.class)
class OutageST {

    private static final int WALKS = 8;
    private static final Duration AWAY = Duration.ofSeconds(5);

    @Test
    void databaseIsAwayForAWhile(Suite suite) throws Exception {
        nothingIsOwedAfter(suite, 213_000, () -> PostgreSql.of(suite).stopAndStartAgainAfter(AWAY));
    }

    @Test
    void registryIsAwayForAWhile(Suite suite) throws Exception {
        nothingIsOwedAfter(suite, 213_100, () -> {
            // Its supervisor starts it again.
            suite.registry().destroyForcibly();
        });
    }

    interface Outage {
        void happen() throws Exception;
    }

    private static void nothingIsOwedAfter(Suite suite, long firstAsn, Outage outage) throws Exception {
        // Given
        var walks = IntStream.range(0, WALKS)
                .mapToObj(number -> Walk.ofNewPeer(suite, firstAsn + number, number))
                .toList();
        try (var walkers = Executors.newFixedThreadPool(4)) {
            var underWay = walks.stream()
                    .map(walk -> walkers.submit((Callable<UUID>) walk::toRemoved))
                    .toList();
            await("a walk to be done and others under way")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> underWay.stream().anyMatch(each -> each.isDone()));

            // When
            outage.happen();

            // Then
            for (var walk : underWay) {
                assertThat(walk.get(300, TimeUnit.SECONDS)).isNotNull();
            }
        }
        var since = System.nanoTime();
        var debts = new Debts(suite);
        await("nothing to be owed").atMost(Duration.ofSeconds(90)).untilAsserted(debts::areNone);
        System.out.printf("nothing owed %.1f s after the last walk%n", (System.nanoTime() - since) / 1e9);
        await("every fact to be judged")
                .atMost(Duration.ofSeconds(60))
                // The registry itself is still finding back: whoever reads the log asks again.
                .ignoreExceptions()
                .untilAsserted(() -> Invariants.of(suite).hold());
    }
}

package io.directpeering.system;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.directpeering.local.issuer.Person;
import io.directpeering.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Services are killed in the middle of many walks; their supervisor starts them again.
@ExtendWith(Suite.Running.class)
class CrashST {

    private static final int WALKS = 24;
    private static final int AT_A_TIME = 6;
    private static final long FIRST_ASN = 210_000;

    /// Of the past, at which everything has to have been alike.
    private static final int INSTANTS = 100;

    /// One after the other, the last while walks are still under way.
    private static final List<String> KILLED = List.of(
            Topics.REQUEST_SERVICE, Topics.PROVISIONING_SERVICE, Topics.REQUEST_SERVICE, Topics.PROVISIONING_SERVICE);

    @Test
    void nothingAcceptedIsLostAndNothingHappensTwice(Suite suite) throws Exception {
        // Given
        var walks = IntStream.range(0, WALKS)
                .mapToObj(number -> walk(suite, number))
                .toList();

        // When
        var peerings = walkWhileKilling(suite, walks);

        // Then
        await("every fact to be judged")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> Invariants.of(suite).hold());
        var log = Invariants.of(suite);
        assertThat(peerings).hasSize(WALKS).doesNotHaveDuplicates();
        for (var peering : peerings) {
            var api = suite.as(Person.operator("operator@example.net"));
            assertThat(api.get("/peerings/" + peering).body().at("/sequence").asLong())
                    .isEqualTo(log.transitionsOf(peering).size());
        }
        for (var walk : walks) {
            assertRouterChangedOncePerCause(suite, walk);
        }
        await("every mail to be out")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEveryMailOnce(suite, peerings));
        assertAllTellTheSame(suite, peerings);
    }

    private static void assertAllTellTheSame(Suite suite, List<UUID> peerings) throws IOException, SQLException {
        await("the tables to be filled up to the end of the log")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    try (var agreement = Agreement.of(suite)) {
                        agreement.holdsNow();
                    }
                });
        try (var agreement = Agreement.of(suite)) {
            agreement.heldAt(INSTANTS, peerings);
        }
    }

    private static Walk walk(Suite suite, int number) {
        var asn = FIRST_ASN + number;
        return Walk.ofNewPeer(suite, asn, number);
    }

    private static List<UUID> walkWhileKilling(Suite suite, List<Walk> walks) throws Exception {
        try (var walkers = Executors.newFixedThreadPool(AT_A_TIME)) {
            var underWay = walks.stream()
                    .map(walk -> walkers.submit((Callable<UUID>) walk::toRemoved))
                    .toList();
            for (var killed = 0; killed < KILLED.size(); killed++) {
                var enough = 1 + killed * (WALKS - AT_A_TIME) / KILLED.size();
                await("walk %d to end".formatted(enough))
                        .atMost(Duration.ofSeconds(300))
                        .failFast(() -> underWay.forEach(CrashST::rethrowIfFailed))
                        .until(() -> underWay.stream().filter(Future::isDone).count() >= enough);
                kill(suite, KILLED.get(killed));
            }
            var peerings = new ArrayList<UUID>();
            for (var walk : underWay) {
                peerings.add(walk.get());
            }
            return peerings;
        }
    }

    private static void rethrowIfFailed(Future<UUID> walk) {
        if (walk.state() == Future.State.FAILED) {
            throw new AssertionError("A walk did not come to its end", walk.exceptionNow());
        }
    }

    private static void kill(Suite suite, String service) throws IOException, InterruptedException {
        suite.process(service).destroyForcibly();
        System.out.println("killed " + service);
    }

    private static void assertRouterChangedOncePerCause(Suite suite, Walk walk) {
        var operator = suite.as(Person.operator("operator@example.net"));
        var router = await("the router to be shown")
                .until(() -> operator.get("/simulator/connections/" + walk.connection()), Api.Answer::accepted);
        var changes = StreamSupport.stream(router.body().at("/changes").spliterator(), false)
                .map(change -> change.at("/what").asText());
        assertThat(changes).containsExactly("DENY_ALL", "OPEN", "DRAIN", "DENY_ALL", "REMOVED");
    }

    private static void assertEveryMailOnce(Suite suite, List<UUID> peerings) {
        var mails = Mails.in(suite.mails());
        assertThat(mails).isNotEmpty();
        // Of these peerings only: an outage that another test of the suite made may have cut into the sending.
        var ids = mails.stream()
                .map(Mails.Mail::messageId)
                .filter(id -> peerings.stream().anyMatch(peering -> id.contains(peering.toString())))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (var peering : peerings) {
            var deliveries = suite.as(Person.operator("operator@example.net"))
                    .get("/deliveries?peeringId=" + peering)
                    .body();
            assertThat(deliveries.at("/items")).isNotEmpty().allSatisfy(delivery -> {
                assertThat(delivery.at("/status").asText()).isEqualTo("Sent");
                assertThat(ids).contains(delivery.at("/messageId").asText());
            });
        }
    }
}

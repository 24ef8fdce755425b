package io.directpeering.request.query;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.directpeering.backends.Backends;
import io.directpeering.backends.BackendsExtension;
import io.directpeering.request.topology.Facts;
import io.directpeering.request.topology.TestSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(BackendsExtension.class)
class CopiesIT {

    private static final String APPLICATION = "copies-it";
    private static final Set<Integer> PARTITIONS = Set.of(0, 1, 2, 3);

    @TempDir
    private Path stateDir;

    @Test
    void copyAnswersThoughWhoWroteWasKilledInTheMiddleOfATransaction(Backends backends) {
        // Given
        var facts = Facts.ofNewPeering();
        var request = facts.requested();
        try (var log = new LogUnderTest(backends);
                var first = judge("a", backends).whenReady();
                var second = judge("b", backends).whenReady()) {
            log.state(request);
            await("one of them to judge it")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> List.of(first, second).stream()
                            .anyMatch(it -> it.peerings.find(facts.peeringId()) instanceof Lookup.Found));
            var since = Instant.now();
            for (var each : List.of(first, second)) {
                await("all to be copied")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> PARTITIONS.stream()
                                .allMatch(it -> each.copied
                                        .of(it)
                                        .filter(since::isBefore)
                                        .isPresent()));
            }

            // When
            try (var killed = openTransaction(backends)) {
                var killedAt = Instant.now();

                // Then
                await().during(Duration.ofSeconds(2))
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> {
                            for (var each : List.of(first, second)) {
                                var share = copied(each).orElseThrow();
                                assertThat(share.partitions()).isEqualTo(PARTITIONS);
                                assertThat(share.part()).contains(facts.peeringId());
                                assertThat(share.freshness().standby()).isTrue();
                                assertThat(share.freshness().readUpTo())
                                        .isAfter(since)
                                        .isBefore(killedAt);
                            }
                        });
                killed.abortTransaction();
            }
        }
    }

    private static Optional<Share<List<UUID>>> copied(JudgeUnderTest judge) {
        var all = new Filter(null, null, null, null, null, null, null);
        return judge.lists
                .list(new Question.Copied(PARTITIONS), all, null, null, 1_000)
                .map(it -> new Share<>(
                        it.partitions(),
                        it.freshness(),
                        it.part().stream()
                                .map(known -> known.snapshot().getPeeringId())
                                .toList()));
    }

    /// Records in every changelog that nobody may read yet, as of one who is not there any more.
    private static KafkaProducer<String, byte[]> openTransaction(Backends backends) {
        var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        backends.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "killed"),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        IntStream.range(0, PARTITIONS.size())
                .mapToObj(it -> new ProducerRecord<>(APPLICATION + "-peerings-changelog", it, "lost", new byte[1]))
                .forEach(producer::send);
        producer.flush();
        return producer;
    }

    private JudgeUnderTest judge(String name, Backends backends) {
        var settings = new TestSettings(
                APPLICATION,
                stateDir.resolve(name),
                Optional.of(name),
                name + ":8081",
                1,
                1,
                Duration.ofMillis(20),
                Duration.ofMillis(2),
                Duration.ofSeconds(10),
                10_000);
        return new JudgeUnderTest(settings, backends.bootstrapServers(), backends.registryUrl());
    }
}

package io.directpeering.request.topology;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.directpeering.request.topology.index.Holdings;
import io.directpeering.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Looks again and again where the log ends, so that it is known how recent the judge's answers are.
final class LogEnds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogEnds.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_WHILE_SOMEBODY_WAITS = Duration.ofMillis(20);

    private final Admin admin;
    private final String group;
    private final Holdings holdings;
    private final Clock clock;
    private Set<TopicPartition> partitions = Set.of();
    private final CountDownLatch closing = new CountDownLatch(1);

    LogEnds(Map<String, Object> broker, String group, Holdings holdings, Clock clock) {
        this.admin = Admin.create(new HashMap<>(broker));
        this.group = group;
        this.holdings = holdings;
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name("log-ends").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        var all = holdings.all();
        return all.stream().allMatch(each -> each.reading().isCaughtUp()) ? PAUSE : PAUSE_WHILE_SOMEBODY_WAITS;
    }

    private void look() throws InterruptedException {
        // Before the broker is asked: what it tells is then no older than the beginning of each of them.
        var held = holdings.all();
        try {
            var at = clock.instant();
            var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
            var ends = admin.listOffsets(partitions().stream()
                            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            var reached = committed.get();
            ends.forEach((partition, end) -> {
                var offset = reached.get(partition);
                var committedUpTo = offset == null ? -1 : offset.offset();
                holdings.measured(partition.partition(), at, end.offset(), committedUpTo);
                held.stream()
                        .filter(each -> each.partition() == partition.partition())
                        .forEach(each -> each.reading().measured(at, end.offset(), committedUpTo));
            });
        } catch (ExecutionException e) {
            // Answers grow older meanwhile, and say so.
            LOG.debugf("The end of the log cannot be seen cause=%s", e.getMessage());
        }
    }

    private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            var topic = Topics.PEERING_EVENTS.name();
            partitions = admin.describeTopics(Set.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(each -> each.partitions().stream())
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return partitions;
    }

    @Override
    public void close() {
        closing.countDown();
        admin.close(Duration.ofMillis(100));
    }
}

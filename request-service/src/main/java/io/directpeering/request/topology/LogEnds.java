package io.directpeering.request.topology;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Looks again and again where topics end and how far a group has read them, so that it is known how recent answers out
/// of its stores are.
public final class LogEnds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogEnds.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_WHILE_NOTHING_COMES = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_SOMEBODY_WAITS = Duration.ofMillis(20);

    private final Admin admin;
    private final String group;
    private final Set<String> topics;
    private final IsolationLevel isolation;
    private final Watcher watcher;
    private final Clock clock;
    private Set<TopicPartition> partitions = Set.of();
    private Map<TopicPartition, Long> seen = Map.of();
    private boolean quiet;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Who wants to know it.
    public interface Watcher {

        /// A look begins; what is seen has not been there before.
        Look begin();

        /// Nobody waits for the next look.
        boolean isCaughtUp();
    }

    /// What is seen in one look.
    @FunctionalInterface
    public interface Look {

        /// Where a partition ends, as [io.directpeering.request.topology.index.Reading#measured] has it.
        void measured(TopicPartition partition, Instant at, long endOffset, long committedUpTo);
    }

    /// @param isolation where a topic ends for whoever reads it so
    public LogEnds(
            Map<String, Object> broker,
            String group,
            Set<String> topics,
            IsolationLevel isolation,
            Watcher watcher,
            Clock clock) {
        this.admin = Admin.create(new HashMap<>(broker));
        this.group = group;
        this.topics = topics;
        this.isolation = isolation;
        this.watcher = watcher;
        this.clock = clock;
    }

    public void start() {
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
        if (!watcher.isCaughtUp()) {
            return PAUSE_WHILE_SOMEBODY_WAITS;
        }
        return quiet ? PAUSE_WHILE_NOTHING_COMES : PAUSE;
    }

    private void look() throws InterruptedException {
        // Before the broker is asked: what it tells is then no older than that.
        var look = watcher.begin();
        try {
            var at = clock.instant();
            var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
            var ends = admin.listOffsets(
                            partitions().stream()
                                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())),
                            new ListOffsetsOptions(isolation))
                    .all()
                    .get();
            var reached = committed.get();
            var now = new HashMap<TopicPartition, Long>();
            ends.forEach((partition, end) -> now.put(partition, end.offset()));
            quiet = now.equals(seen);
            seen = now;
            ends.forEach((partition, end) -> {
                var offset = reached.get(partition);
                look.measured(partition, at, end.offset(), offset == null ? -1 : offset.offset());
            });
        } catch (ExecutionException e) {
            // Answers grow older meanwhile, and say so.
            LOG.debugf("The end of the log cannot be seen cause=%s", e.getMessage());
        }
    }

    private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic ->
                            topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition())))
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

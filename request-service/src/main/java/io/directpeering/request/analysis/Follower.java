package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.directpeering.intake.WireReader;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads topics and keeps tables in step with them, on a thread of its own, until it is closed. What goes wrong on the
/// way
/// passes (the database, the broker, the registry): it begins again where the tables are.
final class Follower implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private final List<Feed<?>> feeds;
    private final String groupId;
    private final Duration pace;
    private final int mostRecords;
    private final AnalysisDatabase database;
    private final Map<String, Object> broker;
    private final WireReader wire;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable String trouble = "It is starting.";

    /// @param feeds       what it reads
    /// @param groupId     followers of one group share the partitions
    /// @param pace        how long records are collected for one write
    /// @param mostRecords that one write takes
    /// @param broker      address of the broker and how it is spoken to
    Follower(
            List<Feed<?>> feeds,
            String groupId,
            Duration pace,
            int mostRecords,
            AnalysisDatabase database,
            Map<String, Object> broker,
            WireReader wire) {
        this.feeds = feeds;
        this.groupId = groupId;
        this.pace = pace;
        this.mostRecords = mostRecords;
        this.database = database;
        this.broker = broker;
        this.wire = wire;
        this.thread = Thread.ofVirtual().name(groupId).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /// Why the tables are late; empty: they are not, as far as it knows.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void run() {
        try {
            do {
                try (var deadLetter = new DeadLetter(broker)) {
                    follow(deadLetter);
                } catch (WakeupException _) {
                    // Asked to end.
                } catch (SQLException | RuntimeException | AssertionError failure) {
                    // The database's driver asserts that nobody cuts a connection while it sends.
                    trouble = failure.toString();
                    LOG.warnf("Tables for analysts are late, trying again. group=%s cause=%s", groupId, failure);
                    LOG.debug("Where it came from", failure);
                }
            } while (!closing.await(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(DeadLetter deadLetter) throws SQLException, InterruptedException {
        database.migrate();
        var positions = new Positions();
        var writing = new Writing(feeds, wire, positions, deadLetter);
        try (var connection = database.connect();
                var records =
                        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = records;
            var collected = new Collected(connection, positions, records);
            records.subscribe(feeds.stream().map(feed -> feed.topic().name()).toList(), collected);
            while (closing.getCount() > 0) {
                var batch = collected.next();
                if (batch.isEmpty()) {
                    positions.confirm(connection);
                } else {
                    writing.write(connection, batch);
                }
                trouble = null;
            }
        } finally {
            consumer = null;
        }
    }

    /// Records that have come since the latest write. Those of a partition that goes to somebody else are forgotten:
    /// they come again there.
    private final class Collected implements ConsumerRebalanceListener {

        private final Connection connection;
        private final Positions positions;
        private final Consumer<byte[], byte[]> records;
        private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new HashMap<>();

        Collected(Connection connection, Positions positions, Consumer<byte[], byte[]> records) {
            this.connection = connection;
            this.positions = positions;
            this.records = records;
        }

        List<ConsumerRecord<byte[], byte[]>> next() {
            byPartition.clear();
            poll(LONGEST_WAIT);
            var begun = System.nanoTime();
            var left = pace;
            while (size() > 0 && size() < mostRecords && left.isPositive() && closing.getCount() > 0) {
                poll(left);
                left = pace.minusNanos(System.nanoTime() - begun);
            }
            return byPartition.values().stream().flatMap(List::stream).toList();
        }

        private void poll(Duration atMost) {
            var found = records.poll(atMost);
            found.partitions()
                    .forEach(partition -> byPartition
                            .computeIfAbsent(partition, _ -> new ArrayList<>())
                            .addAll(found.records(partition)));
        }

        private int size() {
            return byPartition.values().stream().mapToInt(List::size).sum();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (var partition : partitions) {
                try {
                    records.seek(partition, positions.claim(connection, partition));
                } catch (SQLException e) {
                    throw new IllegalStateException("No position of " + partition, e);
                }
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(byPartition::remove);
            partitions.forEach(positions::release);
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, mostRecords);
        return settings;
    }

    /// Ends it. What is not written yet comes again at the next start.
    @Override
    public void close() {
        closing.countDown();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(END_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

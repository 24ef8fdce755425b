package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.directpeering.intake.UnreadableRecord;
import io.directpeering.intake.WireReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Brings records into the tables: all of their rows and the positions behind them in one transaction, or nothing.
final class Writing {

    private static final Logger LOG = Logger.getLogger(Writing.class);

    private final Map<String, Feed<?>> feeds;
    private final WireReader wire;
    private final Positions positions;
    private final DeadLetter deadLetter;

    Writing(List<Feed<?>> feeds, WireReader wire, Positions positions, DeadLetter deadLetter) {
        this.feeds =
                feeds.stream().collect(Collectors.toMap(feed -> feed.topic().name(), feed -> feed));
        this.wire = wire;
        this.positions = positions;
        this.deadLetter = deadLetter;
    }

    /// Writes them. A record that is to blame itself is looked for by halves and put aside, so that the others count.
    ///
    /// @param records of each partition in their order
    /// @throws SQLException the database does not do it now; nothing of what failed is written
    void write(Connection connection, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException, InterruptedException {
        try {
            inOneTransaction(connection, records);
        } catch (UnreadableRecord | IllegalArgumentException | SQLException failure) {
            connection.rollback();
            if (failure instanceof SQLException database && !isOfTheData(database)) {
                throw failure;
            }
            if (records.size() == 1) {
                putAside(connection, records.getFirst(), failure);
            } else {
                var half = records.size() / 2;
                write(connection, records.subList(0, half));
                write(connection, records.subList(half, records.size()));
            }
        }
    }

    private void inOneTransaction(Connection connection, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        // First, so that whoever takes a partition over waits for these rows.
        positions.advance(connection, behind(records));
        var byTopic = records.stream().collect(Collectors.groupingBy(ConsumerRecord::topic));
        for (var feed : feeds.values()) {
            var its = byTopic.get(feed.topic().name());
            if (its != null) {
                feed.write(wire, its, connection);
            }
        }
        connection.commit();
    }

    private void putAside(Connection connection, ConsumerRecord<byte[], byte[]> record, Exception cause)
            throws SQLException, InterruptedException {
        LOG.warnf(
                cause,
                "Record cannot become rows; it goes to the dead letter. topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        deadLetter.put(record, cause);
        positions.advance(connection, behind(List.of(record)));
        connection.commit();
    }

    private static Map<TopicPartition, Long> behind(List<ConsumerRecord<byte[], byte[]>> records) {
        var next = new HashMap<TopicPartition, Long>();
        records.forEach(record ->
                next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max));
        return next;
    }

    /// Classes of SQLSTATE: the data (22) and a constraint (23) stay wrong.
    private static boolean isOfTheData(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && Stream.of("22", "23").anyMatch(state::startsWith);
    }
}

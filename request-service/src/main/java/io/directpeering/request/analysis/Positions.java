package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.common.TopicPartition;

/// How far the tables have read each partition. Whoever takes a partition over begins a new term of it, and who was
/// there before writes no more, however late it learns of that.
final class Positions {

    private static final String CLAIM = """
            INSERT INTO analysis.positions AS here (topic, partition, next_offset, term, written_at)
            VALUES (?, ?, 0, 1, now())
            ON CONFLICT (topic, partition) DO UPDATE SET term = here.term + 1, written_at = now()
            RETURNING next_offset, term""";

    private static final String ADVANCE = """
            UPDATE analysis.positions SET next_offset = ?, written_at = now()
            WHERE topic = ? AND partition = ? AND term = ?""";

    private final Map<TopicPartition, Long> terms = new HashMap<>();

    /// Takes a partition over. Waits for a write that is going on, and returns where to read on.
    long claim(Connection connection, TopicPartition partition) throws SQLException {
        try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, partition.topic());
            claim.setInt(2, partition.partition());
            try (var row = claim.executeQuery()) {
                row.next();
                var nextOffset = row.getLong(1);
                terms.put(partition, row.getLong(2));
                connection.commit();
                return nextOffset;
            }
        }
    }

    void release(TopicPartition partition) {
        terms.remove(partition);
    }

    /// Moves on within the transaction of the rows, and keeps others from the partition until its end.
    ///
    /// @throws Superseded another one has the partition by now; nothing of the transaction may stay
    void advance(Connection connection, Map<TopicPartition, Long> nextOffsets) throws SQLException {
        try (var advance = connection.prepareStatement(ADVANCE)) {
            for (var next : nextOffsets.entrySet()) {
                advance.setLong(1, next.getValue());
                advance.setString(2, next.getKey().topic());
                advance.setInt(3, next.getKey().partition());
                advance.setLong(4, Objects.requireNonNullElse(terms.get(next.getKey()), 0L));
                if (advance.executeUpdate() != 1) {
                    throw new Superseded(next.getKey());
                }
            }
        }
    }

    /// Looks whether all that was claimed is still so. Where there is nothing to write, nothing else would miss tables
    /// that were dropped.
    ///
    /// @throws Superseded   another one has a partition by now, or there are new tables
    /// @throws SQLException there are no tables
    void confirm(Connection connection) throws SQLException {
        var found = new HashMap<TopicPartition, Long>();
        try (var look = connection.createStatement();
                var rows = look.executeQuery("SELECT topic, partition, term FROM analysis.positions")) {
            while (rows.next()) {
                found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        connection.commit();
        for (var term : terms.entrySet()) {
            if (!term.getValue().equals(found.get(term.getKey()))) {
                throw new Superseded(term.getKey());
            }
        }
    }

    /// Somebody else fills the tables from this partition.
    static final class Superseded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Superseded(TopicPartition partition) {
            super("Another instance reads " + partition + " by now, or the tables are new.");
        }
    }
}

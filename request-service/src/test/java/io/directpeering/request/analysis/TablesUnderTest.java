package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.directpeering.backends.Backends;
import io.directpeering.intake.WireReader;
import io.directpeering.local.parts.Database;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/// Followers as the service runs them, on a database of their own.
final class TablesUnderTest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final String group;
    final String jdbcUrl;
    private final Backends backends;
    private final WireReader wire;
    private final List<Follower> followers = new ArrayList<>();

    TablesUnderTest(Backends backends, String name) {
        this.backends = backends;
        this.group = name;
        this.jdbcUrl = backends.jdbcUrl(name.replace('-', '_'));
        this.wire = new WireReader(backends.registryUrl());
    }

    /// @param pace        of the write
    /// @param mostRecords of one write
    Follower follow(Duration pace, int mostRecords, Feed<?>... feeds) {
        var follower = new Follower(
                List.of(feeds),
                group,
                pace,
                mostRecords,
                new AnalysisDatabase(jdbcUrl, Database.USER, Database.USER),
                Map.of("bootstrap.servers", backends.bootstrapServers()),
                wire);
        followers.add(follower);
        follower.start();
        return follower;
    }

    /// Waits until the tables have read all that a topic holds now.
    void whenRead(TopicUnderTest topic) {
        var ends = topic.ends();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> positions(topic.name()),
                        it -> ends.entrySet().stream()
                                .allMatch(end ->
                                        end.getValue() == 0 || it.getOrDefault(end.getKey(), 0L) >= end.getValue()));
    }

    private Map<Integer, Long> positions(String topic) {
        var found = new LinkedHashMap<Integer, Long>();
        try {
            rows("SELECT partition, next_offset FROM analysis.positions WHERE topic = '" + topic + "'")
                    .forEach(row -> found.put((Integer) row.get("partition"), (Long) row.get("next_offset")));
        } catch (IllegalStateException e) {
            // There are no tables yet.
        }
        return found;
    }

    /// What a question yields, as the owner sees it.
    List<Map<String, @Nullable Object>> rows(String sql) {
        try (var connection = owner();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, Database.USER, Database.USER);
    }

    static List<Map<String, @Nullable Object>> rows(ResultSet rows) throws SQLException {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        var columns = rows.getMetaData();
        while (rows.next()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (int index = 1; index <= columns.getColumnCount(); index++) {
                row.put(columns.getColumnLabel(index), rows.getObject(index));
            }
            all.add(row);
        }
        return all;
    }

    /// Ends the followers; the tables stay.
    void stop() {
        followers.forEach(Follower::close);
        followers.clear();
    }

    @Override
    public void close() {
        stop();
    }
}

package io.directpeering.request.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;

/// How the rows of a table are written, many at a time.
///
/// @param table    name, in the schema `analysis`
/// @param onDoubt  what becomes of a row that is there already
record Insert(String table, OnDoubt onDoubt) {

    /// What becomes of a row that is there already.
    sealed interface OnDoubt {
        /// It stays: it was written from the same record.
        record Keep() implements OnDoubt {}

        /// The new one takes its place.
        ///
        /// @param key       columns that tell rows apart
        /// @param condition when it does; `here` is the row that is there, `excluded` the new one
        /// @param special   columns whose value is worked out from both
        record Replace(String key, String condition, Map<String, String> special) implements OnDoubt {}
    }

    static Insert once(String table) {
        return new Insert(table, new OnDoubt.Keep());
    }

    static Insert latest(String table, String key, String condition, Map<String, String> special) {
        return new Insert(table, new OnDoubt.Replace(key, condition, special));
    }

    void write(Connection connection, Collection<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.iterator().next().values().keySet();
        try (var insert = connection.prepareStatement(sql(columns))) {
            for (var row : rows) {
                int index = 1;
                for (var value : row.values().values()) {
                    insert.setObject(index++, value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private String sql(Collection<String> columns) {
        return "INSERT INTO analysis.%s AS here (%s) VALUES (%s) %s"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")),
                        switch (onDoubt) {
                            case OnDoubt.Keep() -> "ON CONFLICT DO NOTHING";
                            case OnDoubt.Replace(var key, var condition, var special) ->
                                columns.stream()
                                        .map(column ->
                                                column + " = " + special.getOrDefault(column, "excluded." + column))
                                        .collect(Collectors.joining(
                                                ", ",
                                                "ON CONFLICT (" + key + ") DO UPDATE SET ",
                                                " WHERE " + condition));
                        });
    }
}

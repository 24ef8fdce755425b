package io.directpeering.analytics;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;

/// Makes Parquet files of CSV, with DuckDB in this process.
final class Parquet implements AutoCloseable {

    private final Connection duckDb;

    Parquet() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = duckDb.createStatement()) {
            statement.execute("SET memory_limit = '512MB'");
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    /// @param csv     rows without names, as PostgreSQL writes them: an empty text in quotes is none that is missing
    /// @param parquet the file to make
    void write(Table table, Path csv, Path parquet) throws SQLException {
        var columns = table.columns().stream()
                .map(column -> "'%s': '%s'".formatted(column.name(), column.duckDbType()))
                .collect(Collectors.joining(", ", "{", "}"));
        try (var statement = duckDb.createStatement()) {
            statement.execute("""
                    COPY (SELECT * FROM read_csv(%s, columns = %s, auto_detect = false, header = false, delim = ',',
                                                 quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
                                                 max_line_size = 16777216))
                    TO %s (FORMAT parquet, COMPRESSION zstd)""".formatted(text(csv), columns, text(parquet)));
        }
    }

    private static String text(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        duckDb.close();
    }
}

package io.directpeering.analytics;

import java.util.List;
import java.util.stream.Collectors;

/// A table for analysts, as far as files can hold it.
record Table(String name, List<Column> columns) {

    /// @param type as PostgreSQL names it
    record Column(String name, String type) {

        String duckDbType() {
            return switch (type) {
                case "uuid" -> "UUID";
                case "bigint" -> "BIGINT";
                case "integer" -> "INTEGER";
                case "boolean" -> "BOOLEAN";
                case "double precision" -> "DOUBLE";
                case "timestamp with time zone" -> "TIMESTAMPTZ";
                default -> "VARCHAR";
            };
        }
    }

    /// What it holds, as PostgreSQL hands it out.
    String question() {
        return "SELECT %s FROM analysis.%s"
                .formatted(columns.stream().map(Column::name).collect(Collectors.joining(", ")), name);
    }
}

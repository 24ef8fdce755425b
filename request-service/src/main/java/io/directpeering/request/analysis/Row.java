package io.directpeering.request.analysis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A row on its way into a table: values by column, in order.
record Row(Map<String, @Nullable Object> values) {

    static Row of(String column, Object value) {
        return new Row(new LinkedHashMap<>()).with(column, value);
    }

    /// Moments and symbols become what the driver takes.
    Row with(String column, @Nullable Object value) {
        values.put(
                column,
                switch (value) {
                    case Instant moment -> moment.atOffset(ZoneOffset.UTC);
                    case Enum<?> symbol -> symbol.name();
                    case null, default -> value;
                });
        return this;
    }
}

package io.directpeering.local.answer;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// Prints the rows that a question yields.
public final class Answer {

    private static final int WIDEST = 60;
    private static final int ROWS_OF_A_TABLE = 1_000;

    private Answer() {}

    public static void print(ResultSet rows, Format format, PrintStream to) throws SQLException, IOException {
        switch (format) {
            case table -> table(rows, to);
            case csv -> csv(rows, to);
            case json -> json(rows, to);
        }
        to.flush();
    }

    private static void table(ResultSet rows, PrintStream to) throws SQLException {
        var names = names(rows);
        var all = new ArrayList<List<String>>();
        all.add(names);
        int count = 0;
        while (rows.next()) {
            if (count++ < ROWS_OF_A_TABLE) {
                all.add(row(rows, names.size()).stream()
                        .map(each -> each == null ? "" : shortened(each))
                        .toList());
            }
        }
        var widths = new int[names.size()];
        all.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        for (var row : all) {
            var line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(row.get(column))
                        .repeat(' ', widths[column] - row.get(column).length() + 2);
            }
            to.println(line.toString().stripTrailing());
        }
        to.println(
                count > ROWS_OF_A_TABLE
                        ? "(the first %d of %d rows; --output csv has all)".formatted(ROWS_OF_A_TABLE, count)
                        : count == 1 ? "(1 row)" : "(" + count + " rows)");
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }

    private static void csv(ResultSet rows, PrintStream to) throws SQLException {
        var names = names(rows);
        to.println(String.join(",", names.stream().map(Answer::quoted).toList()));
        while (rows.next()) {
            to.println(String.join(
                    ",",
                    row(rows, names.size()).stream()
                            .map(each -> each == null ? "" : quoted(each))
                            .toList()));
        }
    }

    private static String quoted(String text) {
        return text.isEmpty() || text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static void json(ResultSet rows, PrintStream to) throws SQLException, IOException {
        var names = names(rows);
        try (var json = new JsonMapper().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartArray();
            while (rows.next()) {
                json.writeStartObject();
                for (int column = 0; column < names.size(); column++) {
                    json.writeFieldName(names.get(column));
                    switch (rows.getObject(column + 1)) {
                        case null -> json.writeNull();
                        case Boolean yes -> json.writeBoolean(yes);
                        case Number number
                        when Double.isFinite(number.doubleValue()) -> json.writeNumber(number.toString());
                        default -> json.writeString(rows.getString(column + 1));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        to.println();
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var names = new ArrayList<String>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        return names;
    }

    private static List<@Nullable String> row(ResultSet rows, int columns) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (int column = 1; column <= columns; column++) {
            values.add(rows.getString(column));
        }
        return values;
    }
}

package io.directpeering.request.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds every cell of the life cycle to the table in `lifecycle/table.md`, which is the specification's.
class TableTest {

    private static final String NONE = "(none)";

    private record Cell(String state, String event, String said) {}

    @Test
    void everyCellIsWhatTheTableSays() throws IOException {
        // Given
        var table = cells();

        // When
        var lived = table.stream()
                .map(cell -> new Cell(cell.state(), cell.event(), outcome(cell)))
                .toList();

        // Then
        assertThat(lived).isEqualTo(table);
    }

    @Test
    void tableHasEveryStateAndEveryFact() throws IOException {
        // Given
        var table = cells();

        // When
        var states = table.stream().map(Cell::state).collect(Collectors.toSet());
        var events = table.stream().map(Cell::event).collect(Collectors.toSet());

        // Then
        assertThat(table).hasSize(10 * 23);
        assertThat(new HashSet<>(table)).hasSize(10 * 23);
        assertThat(states)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(NONE), permitted(ConnectionState.class))
                        .toList());
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(permitted(Event.class).toList());
        assertThat(table.stream().filter(cell -> !cell.said().equals("-"))).hasSize(34);
    }

    private static String outcome(Cell cell) {
        var peering = peering(cell);
        return switch (Given.step(peering, Given.fact(cell.event(), peering == null ? null : Given.FIRST))) {
            case Outcome.Advanced(var _, var changes) -> changes.getFirst().to().word();
            case Outcome.Recorded _ -> "=";
            case Outcome.Refused _ -> "-";
            case Outcome.Repeated _ -> "repeated";
        };
    }

    /// With a maintenance that is as far as the fact needs it: the table says where a fact may be stated, not when.
    private static @Nullable Peering peering(Cell cell) {
        if (cell.state().equals(NONE)) {
            return null;
        }
        var peering = Given.peering(Table.STATES.stream()
                .filter(each -> each.word().equals(cell.state()))
                .findFirst()
                .orElseThrow());
        return cell.said().equals("=") ? prepared(peering, cell.event()) : peering;
    }

    private static Peering prepared(Peering peering, String event) {
        return switch (event) {
            case "MaintenanceStarted", "MaintenanceCancelled" -> Given.next(peering, "MaintenanceAnnounced");
            case "MaintenanceCompleted" ->
                Given.next(Given.next(peering, "MaintenanceAnnounced"), "MaintenanceStarted");
            default -> peering;
        };
    }

    /// Names of the records of a sealed type, those of sealed types within it included.
    private static Stream<String> permitted(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? permitted(each) : Stream.of(each.getSimpleName()));
    }

    private static List<Cell> cells() throws IOException {
        try (var in = TableTest.class.getResourceAsStream("/lifecycle/table.md")) {
            var rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(TableTest::columns)
                    .toList();
            var states = rows.getFirst();
            var cells = new ArrayList<Cell>();
            for (var row : rows.subList(2, rows.size())) {
                assertThat(row).hasSameSizeAs(states);
                for (int column = 1; column < row.size(); column++) {
                    cells.add(new Cell(states.get(column), row.getFirst(), row.get(column)));
                }
            }
            return cells;
        }
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
    }
}

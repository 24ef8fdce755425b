package io.directpeering.benchmarks.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Rows as a picture (SVG): per class and load a bar for everybody, from zero. Of a loop how many lives a second, and
/// what a step costs; of a rate, where all have as many lives, how long a step takes.
public final class Plot {

    private static final int WIDTH = 960;
    private static final int BAR = 16;
    private static final int ROW = 22;
    private static final int TITLE = 38;
    private static final int LEFT = 4;
    private static final int NAMES = 94;
    private static final int PANEL = (WIDTH - NAMES) / 2;
    private static final int FIGURE = 70;

    private static final List<Panel> OF_A_LOOP = List.of(
            new Panel("lives a second (more is better)", Walked::lifeCyclesPerSecond),
            new Panel("CPU a step, µs (less is better)", Walked::cpuMicrosPerTransition));
    private static final List<Panel> OF_A_RATE = List.of(
            new Panel("median latency, ms (less is better)", it -> it.latency().p50()),
            new Panel("99 % within, ms (less is better)", it -> it.latency().p99()));

    private final StringBuilder drawn = new StringBuilder();
    private int y;

    private Plot() {}

    /// One figure of everybody.
    private record Panel(String title, ToDoubleFunction<Walked> figure) {}

    /// The whole document; its height follows from how many rows there are.
    public static String of(List<Walked> walks) {
        var plot = new Plot();
        Summary.of(walks).stream()
                .collect(Collectors.groupingBy(
                        row -> row.durability() + ", " + row.load(), LinkedHashMap::new, Collectors.toList()))
                .forEach(plot::group);
        return plot.document();
    }

    private void group(String title, List<Summary> rows) {
        y += TITLE;
        text(LEFT, y, "head", title);
        y += ROW;
        var top = y;
        var left = NAMES;
        for (var panel : rows.getFirst().isOfARate() ? OF_A_RATE : OF_A_LOOP) {
            y = top;
            text(left, y, "caption", panel.title());
            bars(rows, panel.figure(), left);
            left += PANEL;
        }
        y = top;
        for (var row : rows) {
            y += ROW;
            text(LEFT, y, kind(row), row.contender());
        }
    }

    private void bars(List<Summary> rows, ToDoubleFunction<Walked> figure, int left) {
        var most = rows.stream()
                .mapToDouble(row -> row.median(figure).value())
                .max()
                .orElse(1);
        for (var row : rows) {
            y += ROW;
            var value = row.median(figure).value();
            var length = (int) Math.max(1, value / most * (PANEL - FIGURE));
            drawn.append("<rect x='%d' y='%d' width='%d' height='%d' class='%s'/>%n"
                    .formatted(left, y - BAR + 4, length, BAR, kind(row)));
            text(left + length + 6, y, "figure", words(value));
        }
    }

    private static String kind(Summary row) {
        return row.isOurs() ? "ours" : "theirs";
    }

    private static String words(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }

    private void text(int x, int at, String kind, String words) {
        drawn.append(String.format("<text x='%d' y='%d' class='%s'>%s</text>%n", x, at, kind, words));
    }

    private String document() {
        var height = y + ROW;
        return """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %2$d' width='%1$d' height='%2$d'>
                <style>
                text { font: 13px sans-serif; fill: #222 }
                text.head { font-weight: bold }
                text.caption { fill: #667 }
                text.ours { font-weight: bold; fill: #0b5cad }
                rect.ours { fill: #0b5cad }
                rect.theirs { fill: #9aa5b1 }
                </style>
                <rect width='%1$d' height='%2$d' fill='white'/>
                %3$s</svg>
                """.formatted(WIDTH, height, drawn);
    }
}

package io.directpeering.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Rows as a picture (SVG): per class and load a bar for everybody, on a logarithmic scale, since the slowest and the
/// fastest are far apart. Left how many lives a second, right what a step costs.
public final class Plot {

    private static final int WIDTH = 960;
    private static final int BAR = 16;
    private static final int ROW = 22;
    private static final int TITLE = 34;
    private static final int NAMES = 90;
    private static final int PANEL = (WIDTH - NAMES) / 2;
    private static final int FIGURE = 70;

    private final StringBuilder drawn = new StringBuilder();
    private int y = 24;

    private Plot() {}

    /// The whole document; its height follows from how many rows there are.
    public static String of(List<Walked> walks) {
        var plot = new Plot();
        var rows = Summary.of(walks);
        plot.text(NAMES, plot.y, "head", "lives a second (more is better)");
        plot.text(NAMES + PANEL, plot.y, "head", "CPU a step, in µs (less is better)");
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.durability() + ", " + row.load(), LinkedHashMap::new, Collectors.toList()))
                .forEach(plot::group);
        return plot.document();
    }

    private void group(String title, List<Summary> rows) {
        y += TITLE;
        text(0, y, "head", title);
        var panels = List.<ToDoubleFunction<Walked>>of(Walked::lifeCyclesPerSecond, Walked::cpuMicrosPerTransition);
        var top = y;
        for (int panel = 0; panel < panels.size(); panel++) {
            y = top;
            panel(rows, panels.get(panel), NAMES + panel * PANEL);
        }
    }

    private void panel(List<Summary> rows, ToDoubleFunction<Walked> figure, int left) {
        var values = new ArrayList<Double>();
        rows.forEach(row -> values.add(row.median(figure).value()));
        var most = Math.log10(values.stream().mapToDouble(each -> each).max().orElse(1));
        var least = Math.log10(values.stream().mapToDouble(each -> each).min().orElse(1)) - 1;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            y += ROW;
            if (left == NAMES) {
                text(0, y, row.isOurs() ? "ours" : "theirs", row.contender());
            }
            var share = (Math.log10(values.get(i)) - least) / Math.max(most - least, 1);
            var length = Math.max(2, share * (PANEL - FIGURE));
            drawn.append(String.format(
                    Locale.ROOT,
                    "<rect x='%d' y='%d' width='%.0f' height='%d' class='%s'/>%n",
                    left,
                    y - BAR + 4,
                    length,
                    BAR,
                    row.isOurs() ? "ours" : "theirs"));
            text(left + (int) length + 6, y, "figure", words(values.get(i)));
        }
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
                text.ours { font-weight: bold; fill: #0b5cad }
                rect.ours { fill: #0b5cad }
                rect.theirs { fill: #9aa5b1 }
                </style>
                <rect width='%1$d' height='%2$d' fill='white'/>
                %3$s</svg>
                """.formatted(WIDTH, height, drawn);
    }
}

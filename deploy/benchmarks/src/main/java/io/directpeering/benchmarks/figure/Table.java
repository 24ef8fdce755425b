package io.directpeering.benchmarks.figure;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Figures for people.
public record Table(PrintStream to) {

    public void print(Results results) {
        to.println(results.machine().words());
        to.println(results.command() + ", begun " + results.at());
        if (!results.walks().isEmpty()) {
            walks(Summary.of(results.walks()));
        }
        results.readings().forEach(this::reading);
        results.failed().forEach(each -> to.println("FAILED " + each));
    }

    private void walks(List<Summary> rows) {
        line(
                "%-11s %-10s %-8s %3s %9s %7s %9s %8s %8s %8s %8s %9s %6s %7s %5s",
                "class", "load", "who", "n", "lives/s", "spread", "steps/s", "p50 ms", "p99 ms", "p99.9", "CPU µs",
                "bytes", "MiB", "others", "load");
        rows.forEach(this::row);
        to.println(
                "  CPU µs per step of everything that took part, the load's own included; bytes per peering in database,"
                        + " its log and the broker; others: cores that everybody else kept busy");
        for (var ours : rows) {
            if (ours.isOurs()) {
                rows.stream().filter(each -> each != ours).forEach(other -> ratios(ours, other));
            }
        }
    }

    private void row(Summary row) {
        var lives = row.median(Walked::lifeCyclesPerSecond);
        line(
                "%-11s %-10s %-8s %3d %9.1f %6.0f%% %9.0f %8.2f %8.2f %8.2f %8.0f %9.0f %6.0f %7.2f %5.1f",
                row.durability(),
                row.load(),
                row.contender(),
                row.rounds().size(),
                lives.value(),
                lives.spread() * 100,
                value(row, Walked::transitionsPerSecond),
                value(row, it -> it.latency().p50()),
                value(row, it -> it.latency().p99()),
                value(row, it -> it.latency().p999()),
                value(row, Walked::cpuMicrosPerTransition),
                value(row, it -> it.bytesPerPeering().sum()),
                value(row, Walked::residentMiB),
                value(row, Walked::othersCores),
                value(row, Walked::loadAverage));
    }

    private void ratios(Summary ours, Summary other) {
        ours.ratio(other, Walked::lifeCyclesPerSecond)
                .ifPresent(lives -> line(
                        "  %s, %s: %s to %s  lives/s %.2f  CPU %.2f  p50 %.2f  p99 %.2f  bytes %.2f",
                        ours.durability(),
                        ours.load(),
                        ours.contender(),
                        other.contender(),
                        lives,
                        quotient(ours, other, Walked::cpuMicrosPerTransition),
                        quotient(ours, other, it -> it.latency().p50()),
                        quotient(ours, other, it -> it.latency().p99()),
                        quotient(ours, other, it -> it.bytesPerPeering().sum())));
    }

    private void reading(Reading it) {
        line(
                "%-52s %18s %,12.2f %-10s %-21s others %.2f  load %.1f",
                it.what(),
                it.peerings() == 0 ? "" : String.format(Locale.ROOT, "%,d peerings", it.peerings()),
                it.value(),
                it.unit(),
                it.goal().isEmpty() ? "" : "goal " + it.goal(),
                it.othersCores(),
                it.loadAverage());
    }

    private static double quotient(Summary ours, Summary other, ToDoubleFunction<Walked> figure) {
        return ours.ratio(other, figure).orElseThrow();
    }

    private static double value(Summary row, ToDoubleFunction<Walked> figure) {
        return row.median(figure).value();
    }

    private void line(String format, Object... values) {
        to.println(String.format(Locale.ROOT, format, values));
    }
}

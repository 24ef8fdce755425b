package io.directpeering.benchmarks.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The one in the middle, and how far the others are from it.
///
/// @param spread from the least to the most, as a share of the median
public record Median(double value, double spread) {

    static Median of(List<Walked> rounds, ToDoubleFunction<Walked> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        var value = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Median(value, value == 0 ? 0 : (sorted[sorted.length - 1] - sorted[0]) / value);
    }
}

package io.directpeering.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.directpeering.benchmarks.work.Contenders;
import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Group;
import io.directpeering.benchmarks.work.Load;

/// The rounds of one contender under one load in one class, as one row.
public record Summary(String contender, Durability durability, String load, List<Walked> rounds) {

    /// More than this much of a core apart, two rows were not equally disturbed.
    private static final double DISTURBANCE_APART = 0.2;

    private record Key(Durability durability, String load, String contender) {}

    /// In the order in which they first ran.
    static List<Summary> of(List<Walked> walks) {
        var rows = new LinkedHashMap<Key, List<Walked>>();
        walks.forEach(each -> rows.computeIfAbsent(
                        new Key(each.durability(), each.load(), each.contender()), _ -> new ArrayList<>())
                .add(each));
        return rows.entrySet().stream()
                .map(row -> new Summary(
                        row.getKey().contender(),
                        row.getKey().durability(),
                        row.getKey().load(),
                        row.getValue()))
                .toList();
    }

    /// Whether it is this project's.
    boolean isOurs() {
        return Contenders.called(contender)
                .filter(each -> each.group() == Group.lifecycle)
                .isPresent();
    }

    /// Whether steps came at a rate, so that all have as many of them.
    boolean isOfARate() {
        return load.endsWith(Load.Open.PER_SECOND);
    }

    Median median(ToDoubleFunction<Walked> figure) {
        return Median.of(rounds, figure);
    }

    /// How many times the other's figure this one's is; empty: they cannot be compared.
    Optional<Double> ratio(Summary other, ToDoubleFunction<Walked> figure) {
        var comparable = durability == other.durability
                && load.equals(other.load)
                && Math.abs(median(Walked::othersCores).value()
                                - other.median(Walked::othersCores).value())
                        <= DISTURBANCE_APART;
        return comparable
                ? Optional.of(median(figure).value() / other.median(figure).value())
                : Optional.empty();
    }
}

package io.directpeering.benchmarks.figure;

import java.util.List;
import java.util.stream.Stream;

import io.directpeering.benchmarks.machine.Machine;

/// Everything of one run, raw.
///
/// @param at      when it began, ISO 8601
/// @param command what was asked for
/// @param failed  trials that came to nothing, and why: they are in no figure
public record Results(
        Machine machine, String at, String command, List<Walked> walks, List<Reading> readings, List<String> failed) {

    /// Those of another run beside these, to be shown together.
    ///
    /// @throws IllegalArgumentException they are of another machine, and say nothing about each other
    public Results and(Results other) {
        if (!machine.equals(other.machine)) {
            throw new IllegalArgumentException("These results are of different machines: %s; %s"
                    .formatted(machine.words(), other.machine.words()));
        }
        return new Results(
                machine,
                at,
                command + "; " + other.command,
                both(walks, other.walks),
                both(readings, other.readings),
                both(failed, other.failed));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}

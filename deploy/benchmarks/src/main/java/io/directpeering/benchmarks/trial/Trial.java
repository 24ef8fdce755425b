package io.directpeering.benchmarks.trial;

import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Load;

/// One contender doing one load once.
///
/// @param contender by its word
/// @param peerings  that are measured
/// @param before    how many go before, to warm up
/// @param round     which time this is: 1, 2, …
/// @param profiles  folder for flame graphs of what is measured; empty: none are drawn
public record Trial(
        String contender,
        Durability durability,
        Load load,
        int peerings,
        int before,
        int round,
        String registryUrl,
        String profiles) {

    /// As part of a file's name.
    String name() {
        return "%s-%s-%s-%d".formatted(contender, durability, load.words().replaceAll("\\W+", "-"), round);
    }

    public String words() {
        return "%s, %s, %s, %d peerings, round %d".formatted(contender, durability, load.words(), peerings, round);
    }
}

package io.directpeering.benchmarks.trial;

import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Load;

/// One contender doing one load once.
///
/// @param contender by its word
/// @param peerings  that are measured; as many go before, to warm up
/// @param round     which time this is: 1, 2, …
public record Trial(String contender, Durability durability, Load load, int peerings, int round, String registryUrl) {

    public String words() {
        return "%s, %s, %s, %d peerings, round %d".formatted(contender, durability, load.words(), peerings, round);
    }
}

package io.directpeering.benchmarks.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.directpeering.benchmarks.work.Contenders;
import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Group;
import io.directpeering.benchmarks.work.Load;

/// Which trials there are, in their order.
///
/// @param peerings   that go before to warm up, and as many that are measured; of an open load only as many as come in
///                   [#OPEN_SECONDS_PER_STEP] seconds
/// @param rounds     how often each is done
public record Plan(
        Set<Group> groups,
        Set<String> contenders,
        List<Durability> classes,
        List<Load> loads,
        int peerings,
        int rounds) {

    private static final int OPEN_SECONDS_PER_STEP = 2;

    /// Interleaved: a round of everybody before the next, so that what changes on the machine meets all alike.
    ///
    /// @param profiles folder for flame graphs; empty: none are drawn
    public List<Trial> trials(String registryUrl, String profiles) {
        var all = new ArrayList<Trial>();
        for (int round = 1; round <= rounds; round++) {
            for (var durability : classes) {
                for (var load : loads) {
                    for (var contender : Contenders.values()) {
                        if (takesPart(contender)) {
                            all.add(new Trial(
                                    contender.word(),
                                    durability,
                                    load,
                                    peerings(load),
                                    peerings,
                                    round,
                                    registryUrl,
                                    profiles));
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private boolean takesPart(Contenders contender) {
        return groups.contains(contender.group()) && (contenders.isEmpty() || contenders.contains(contender.word()));
    }

    private int peerings(Load load) {
        return switch (load) {
            case Load.Closed _ -> peerings;
            case Load.Open(var perSecond) -> Math.min(peerings, perSecond * OPEN_SECONDS_PER_STEP);
        };
    }
}

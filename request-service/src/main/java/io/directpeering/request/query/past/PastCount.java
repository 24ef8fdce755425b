package io.directpeering.request.query.past;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many peerings and connections there were of one kind.
///
/// @param values      of what is counted by, as words, in that order
/// @param peerings    that pass the filter
/// @param connections of those, the ones that pass what it says of connections
public record PastCount(List<String> values, long peerings, long connections) {

    /// One instance's counts.
    ///
    /// @param counts        empty where there are too many groups
    /// @param tooManyGroups there are more than can be told
    public record Part(List<PastCount> counts, boolean tooManyGroups) {}

    /// Those of the same kind together; the most frequent kind first.
    public static List<PastCount> sum(List<PastCount> parts) {
        Map<List<String>, PastCount> sums = new HashMap<>();
        parts.forEach(each -> sums.merge(each.values(), each, PastCount::plus));
        var sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparingLong(PastCount::peerings)
                .reversed()
                .thenComparing(each -> String.join("\n", each.values())));
        return List.copyOf(sorted);
    }

    private PastCount plus(PastCount other) {
        return new PastCount(values, peerings + other.peerings, connections + other.connections);
    }
}

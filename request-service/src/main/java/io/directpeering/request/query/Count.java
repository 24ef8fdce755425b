package io.directpeering.request.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How many peerings and connections there are of one kind.
///
/// @param values      of what is counted by, as words, in that order
/// @param peerings    that pass the filter
/// @param connections of those, the ones that pass what it says of connections
public record Count(List<String> values, long peerings, long connections) {

    /// The counts of several parts together, of the same kinds; the most frequent kind first.
    public static List<Count> sum(Collection<Count> parts) {
        Map<String, Count> sums = parts.stream()
                .collect(Collectors.toMap(
                        each -> String.join("\n", each.values()), each -> each, Count::plus, TreeMap::new));
        return sums.values().stream()
                .sorted((one, other) -> Long.compare(other.peerings(), one.peerings()))
                .toList();
    }

    private Count plus(Count other) {
        return new Count(values, peerings + other.peerings, connections + other.connections);
    }
}

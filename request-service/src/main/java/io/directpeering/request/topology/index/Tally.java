package io.directpeering.request.topology.index;

/// How many there are.
///
/// @param peerings    that meet the criteria
/// @param connections of those, the ones that meet what is said of connections
public record Tally(long peerings, long connections) {

    public Tally plus(Tally other) {
        return new Tally(peerings + other.peerings, connections + other.connections);
    }
}

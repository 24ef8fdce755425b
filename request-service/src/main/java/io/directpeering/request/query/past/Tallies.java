package io.directpeering.request.query.past;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.directpeering.request.topology.history.CellFilter;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredCellConnection;

/// Counts the peerings of cells by kinds.
final class Tallies {

    private final CellFilter filter;
    private final List<PastFacet> by;
    private final boolean ofConnections;
    private final Map<List<String>, long[]> groups = new HashMap<>();

    Tallies(CellFilter filter, List<PastFacet> by) {
        this.filter = filter;
        this.by = by;
        this.ofConnections = by.stream().anyMatch(PastFacet::isOfConnections);
    }

    /// @param peerings that are in the cell
    void add(StoredCell cell, long peerings) {
        if (!filter.passes(cell)) {
            return;
        }
        var connections = filter.connections(cell);
        if (ofConnections) {
            var counted = new HashSet<List<String>>();
            for (var each : connections) {
                var kind = kind(cell, each);
                add(kind, counted.add(kind) ? peerings : 0, peerings);
            }
        } else {
            add(kind(cell, cell.getConnections().getFirst()), peerings, peerings * connections.size());
        }
    }

    List<PastCount> counts() {
        return PastCount.sum(groups.entrySet().stream()
                .map(each -> new PastCount(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .toList());
    }

    private List<String> kind(StoredCell cell, StoredCellConnection connection) {
        return by.stream().map(facet -> facet.value(cell, connection)).toList();
    }

    private void add(List<String> kind, long peerings, long connections) {
        var group = groups.computeIfAbsent(kind, _ -> new long[2]);
        group[0] += peerings;
        group[1] += connections;
    }
}

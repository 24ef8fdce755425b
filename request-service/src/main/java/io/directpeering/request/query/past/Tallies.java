package io.directpeering.request.query.past;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.directpeering.request.query.Count;
import io.directpeering.request.query.CountBy;
import io.directpeering.request.topology.history.CellFilter;
import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredCellConnection;

/// Counts the peerings of cells by kinds.
final class Tallies {

    private final CellFilter filter;
    private final List<CountBy> by;
    private final boolean ofConnections;
    private final Map<List<String>, long[]> groups = new HashMap<>();

    Tallies(CellFilter filter, List<CountBy> by) {
        this.filter = filter;
        this.by = by;
        this.ofConnections = by.stream().anyMatch(Tallies::isOfConnections);
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

    List<Count> counts() {
        return Count.sum(groups.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .toList());
    }

    private List<String> kind(StoredCell cell, StoredCellConnection connection) {
        return by.stream().map(each -> value(each, cell, connection)).toList();
    }

    private void add(List<String> kind, long peerings, long connections) {
        var group = groups.computeIfAbsent(kind, _ -> new long[2]);
        group[0] += peerings;
        group[1] += connections;
    }

    private static boolean isOfConnections(CountBy it) {
        return switch (it) {
            case state, redundant, peerAsn, peeringLocation -> false;
            case connectionState, facility -> true;
        };
    }

    private static String value(CountBy by, StoredCell cell, StoredCellConnection connection) {
        return switch (by) {
            case state -> cell.getState().name();
            case redundant -> String.valueOf(cell.getRedundant());
            case peerAsn -> String.valueOf(cell.getAsn());
            case peeringLocation -> cell.getLocation();
            case connectionState -> connection.getState().name();
            case facility -> String.valueOf(connection.getFacility());
        };
    }
}

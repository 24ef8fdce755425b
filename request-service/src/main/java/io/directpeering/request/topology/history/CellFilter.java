package io.directpeering.request.topology.history;

import java.util.List;
import java.util.Set;

import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredCellConnection;
import io.directpeering.request.topology.stored.StoredState;
import org.jspecify.annotations.Nullable;

/// Which cells to count; null: any.
///
/// What is said of connections is said of one connection: a cell passes if it has one in this state at this facility.
///
/// @param networks those that may be seen
public record CellFilter(
        @Nullable Set<Long> networks,
        @Nullable Long peerAsn,
        @Nullable StoredState state,
        @Nullable String location,
        @Nullable Boolean redundant,
        @Nullable StoredState connectionState,
        @Nullable Integer facility) {

    /// Lets everything pass.
    public static final CellFilter ALL = new CellFilter(null, null, null, null, null, null, null);

    public boolean passes(StoredCell it) {
        return (networks == null || networks.contains(it.getAsn()))
                && (peerAsn == null || peerAsn == it.getAsn())
                && (state == null || state == it.getState())
                && (location == null || location.equals(it.getLocation()))
                && (redundant == null || redundant == it.getRedundant())
                && (connectionState == null && facility == null
                        || !connections(it).isEmpty());
    }

    /// The connections of a cell that pass what is said of connections.
    public List<StoredCellConnection> connections(StoredCell it) {
        return it.getConnections().stream()
                .filter(each -> connectionState == null || connectionState == each.getState())
                .filter(each -> facility == null || facility == each.getFacility())
                .toList();
    }
}

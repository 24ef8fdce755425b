package io.directpeering.request.query.past;

import java.util.Set;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.request.topology.history.CellFilter;
import io.directpeering.request.topology.stored.StoredState;
import org.jspecify.annotations.Nullable;

/// Which peerings to count; null: any. What is said of connections is said of one connection.
///
/// @param facility PeeringDB's number of it
public record PastFilter(
        @Nullable Long peerAsn,
        @Nullable PeeringState state,
        @Nullable String peeringLocation,
        @Nullable ConnectionState connectionState,
        @Nullable Integer facility,
        @Nullable Boolean redundant) {

    CellFilter cells(@Nullable Set<Long> networks) {
        return new CellFilter(
                networks,
                peerAsn,
                state == null ? null : StoredState.valueOf(state.name()),
                peeringLocation,
                redundant,
                connectionState == null ? null : StoredState.valueOf(connectionState.name()),
                facility);
    }
}

package io.directpeering.request.query.past;

import io.directpeering.request.topology.stored.StoredCell;
import io.directpeering.request.topology.stored.StoredCellConnection;

/// What peerings of the past can be counted by. The words are those of the API.
public enum PastFacet {
    state,
    redundant,
    peerAsn,
    peeringLocation,
    /// A peering counts in every state that a connection of it was in.
    connectionState,
    /// A peering counts at every facility where it had a connection.
    facility;

    boolean isOfConnections() {
        return switch (this) {
            case state, redundant, peerAsn, peeringLocation -> false;
            case connectionState, facility -> true;
        };
    }

    String value(StoredCell cell, StoredCellConnection connection) {
        return switch (this) {
            case state -> cell.getState().name();
            case redundant -> String.valueOf(cell.getRedundant());
            case peerAsn -> String.valueOf(cell.getAsn());
            case peeringLocation -> cell.getLocation();
            case connectionState -> connection.getState().name();
            case facility -> String.valueOf(connection.getFacility());
        };
    }
}

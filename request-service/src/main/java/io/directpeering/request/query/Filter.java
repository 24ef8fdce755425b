package io.directpeering.request.query;

import java.util.Set;

import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringState;
import io.directpeering.request.topology.index.Criteria;
import org.jspecify.annotations.Nullable;

/// Which peerings are asked for; null: any.
///
/// What is said of connections is said of one connection: a peering passes if it has one of this state, at this
/// facility, that is overdue. Not overdue is a peering none of whose connections is.
///
/// @param facility PeeringDB's number of it
public record Filter(
        @Nullable Long peerAsn,
        @Nullable PeeringState state,
        @Nullable String peeringLocation,
        @Nullable ConnectionState connectionState,
        @Nullable Integer facility,
        @Nullable Boolean overdue,
        @Nullable Boolean redundant) {

    /// Lets everything pass.
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

    /// @param networks those that may be seen; null: all
    Criteria criteria(@Nullable Set<Long> networks) {
        return new Criteria(networks, peerAsn, state, peeringLocation, redundant, connectionState, facility, overdue);
    }
}

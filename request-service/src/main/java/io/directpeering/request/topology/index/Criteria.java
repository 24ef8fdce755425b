package io.directpeering.request.topology.index;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringState;
import org.jspecify.annotations.Nullable;

/// Which peerings are meant; null: any.
///
/// What is said of connections is said of one connection: a peering is meant if it has one of this state, at this
/// facility, that is overdue. Not overdue is a peering none of whose connections is.
///
/// @param networks peers whose peerings alone may be seen; null: all
/// @param facility PeeringDB's number of it
public record Criteria(
        @Nullable Set<Long> networks,
        @Nullable Long peerAsn,
        @Nullable PeeringState state,
        @Nullable String peeringLocation,
        @Nullable Boolean redundant,
        @Nullable ConnectionState connectionState,
        @Nullable Integer facility,
        @Nullable Boolean overdue) {

    /// Everything.
    public static final Criteria NONE = new Criteria(null, null, null, null, null, null, null, null);

    /// Whether this peering is meant.
    ///
    /// @param deadlines of its connections, of those that have one
    public boolean meet(PeeringSnapshot it, Map<UUID, Instant> deadlines, Instant now) {
        return (networks == null || networks.contains(it.getPeer().getAsn()))
                && (peerAsn == null || peerAsn == it.getPeer().getAsn())
                && (state == null || state == it.getState())
                && (peeringLocation == null || peeringLocation.equals(it.getPeeringLocation()))
                && (redundant == null || redundant == it.getRedundant())
                && (!Boolean.FALSE.equals(overdue)
                        || it.getConnections().stream().noneMatch(each -> isOverdue(each, deadlines, now)))
                && it.getConnections().stream().anyMatch(each -> meet(each, deadlines, now));
    }

    private boolean meet(ConnectionSnapshot it, Map<UUID, Instant> deadlines, Instant now) {
        return (connectionState == null || connectionState == it.getState())
                && (facility == null || facility == it.getRequested().getPeeringDBFacilityId())
                && (!Boolean.TRUE.equals(overdue) || isOverdue(it, deadlines, now));
    }

    private static boolean isOverdue(ConnectionSnapshot it, Map<UUID, Instant> deadlines, Instant now) {
        var deadline = deadlines.get(it.getConnectionId());
        return deadline != null && !now.isBefore(deadline);
    }
}

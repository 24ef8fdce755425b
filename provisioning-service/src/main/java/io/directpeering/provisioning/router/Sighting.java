package io.directpeering.provisioning.router;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A connection as found on its router: truth, where everything else is intention.
///
/// @param specHash   names the sessions that the router carries ([SessionSpec#hash])
/// @param filterHash names the import filters that it carries ([SessionSpec#filterHash]); empty: in change
public record Sighting(
        UUID connectionId, String specHash, String filterHash, Policy policy, List<SessionSighting> sessions) {

    public Sighting {
        sessions = List.copyOf(sessions);
    }

    /// One session, by our own side's view of it.
    ///
    /// @param remoteAsn          AS number in the peer's OPEN; null: none was received
    /// @param prefixesReceived   before policy
    /// @param prefixesAccepted   in the RIB after policy
    /// @param flaps              times that the session fell out of Established
    /// @param establishedAt      null: it is not
    /// @param lastError          what closed or hinders the session; null: nothing did
    public record SessionSighting(
            Family family,
            BgpState state,
            @Nullable Long remoteAsn,
            int prefixesReceived,
            int prefixesAccepted,
            int prefixesAdvertised,
            int flaps,
            @Nullable Instant establishedAt,
            @Nullable String lastError) {}
}

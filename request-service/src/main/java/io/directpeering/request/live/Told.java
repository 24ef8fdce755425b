package io.directpeering.request.live;

import java.util.UUID;

import io.directpeering.events.PeeringState;
import org.jspecify.annotations.Nullable;

/// Something that is told: a transition or a refusal, read once for all streams. It holds nobody's contacts, so
/// whoever may know of it may know all of it.
///
/// @param slot    the partition it stands in, as [Slots] counts them
/// @param peerAsn null: the record does not say, [Owners] does
/// @param state   of the peering afterwards; null: a refusal, which moves nothing
/// @param event   record name
/// @param json    in one line
record Told(
        int slot,
        long offset,
        UUID peeringId,
        @Nullable Long peerAsn,
        @Nullable PeeringState state,
        String event,
        String json) {}

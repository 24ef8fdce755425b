package io.directpeering.request.live;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.directpeering.events.PeeringState;
import org.jspecify.annotations.Nullable;

/// Who listens, and to what; both as they were when the stream was opened.
///
/// @param principal whose token it is
/// @param until     when the token ends, and the stream with it
/// @param asns      networks it may know of; null: all
record Audience(String principal, Instant until, @Nullable Set<Long> asns, Wish wish) {

    /// What is wished for; null: whatever it be.
    record Wish(
            @Nullable UUID peeringId,
            @Nullable PeeringState state,
            @Nullable Long peerAsn) {}

    /// Whether it is for these ears.
    boolean hears(Told told, Owners owners) {
        if ((wish.peeringId != null && !wish.peeringId.equals(told.peeringId()))
                || (wish.state != null && wish.state != told.state())) {
            return false;
        }
        if (asns == null && wish.peerAsn == null) {
            return true;
        }
        var owner = told.peerAsn() == null ? owners.of(told.peeringId()) : Optional.of(told.peerAsn());
        return owner.filter(asn -> asns == null || asns.contains(asn))
                .filter(asn -> wish.peerAsn == null || wish.peerAsn.equals(asn))
                .isPresent();
    }
}

package io.directpeering.request.peering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.request.asn.LivePeerings;

/// A peer's peerings that are not over, by the requests that still keep something from others.
@ApplicationScoped
class PeersPeerings implements LivePeerings {

    private final Whereabouts whereabouts;
    private final Holders holders;

    PeersPeerings(Whereabouts whereabouts, Holders holders) {
        this.whereabouts = whereabouts;
        this.holders = holders;
    }

    /// Up to the first that is live: that one is enough.
    @Override
    public void settle(long peerAsn) {
        for (var peering : held(peerAsn)) {
            if (!isOver(peering)) {
                return;
            }
        }
    }

    @Override
    public Optional<UUID> of(long peerAsn) {
        return held(peerAsn).stream().findFirst();
    }

    private static List<UUID> held(long peerAsn) {
        return RequestRow.<RequestRow>list("peerAsn = ?1 and releasedAt is null", peerAsn).stream()
                .map(request -> request.peeringId)
                .toList();
    }

    /// One that nobody can tell of counts as live.
    private boolean isOver(UUID peeringId) {
        var ended = whereabouts
                .of(peeringId)
                .filter(peering -> peering.connections().stream().allMatch(ConnectionView::isOver));
        ended.ifPresent(holders::release);
        return ended.isPresent();
    }
}

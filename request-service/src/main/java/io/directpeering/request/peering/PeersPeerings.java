package io.directpeering.request.peering;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

    @Override
    @Transactional
    public Optional<UUID> of(long peerAsn) {
        return RequestRow.<RequestRow>list("peerAsn = ?1 and releasedAt is null", peerAsn).stream()
                .map(request -> request.peeringId)
                .filter(peering -> !isOver(peering))
                .findFirst();
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

package io.directpeering.request.peering;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.directpeering.request.asn.LivePeerings;
import io.directpeering.request.query.Lookup;
import io.directpeering.request.query.Peerings;

/// A peer's peerings that are not over, by the requests that still keep something from others.
@ApplicationScoped
class PeersPeerings implements LivePeerings {

    private final Peerings peerings;
    private final Holders holders;

    PeersPeerings(Peerings peerings, Holders holders) {
        this.peerings = peerings;
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

    /// One that nobody here can tell of counts as live.
    private boolean isOver(UUID peeringId) {
        if (!(peerings.find(peeringId) instanceof Lookup.Found(var known))) {
            return false;
        }
        var peering = PeeringView.of(known);
        if (!peering.connections().stream().allMatch(ConnectionView::isOver)) {
            return false;
        }
        holders.release(peering);
        return true;
    }
}

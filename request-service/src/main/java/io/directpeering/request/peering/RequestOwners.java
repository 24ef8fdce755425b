package io.directpeering.request.peering;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;

import io.directpeering.request.live.Owners;

/// Whose a peering is, by the request for it. That never changes.
@ApplicationScoped
class RequestOwners implements Owners {

    @Override
    @Transactional
    @ActivateRequestContext
    public Optional<Long> of(UUID peeringId) {
        return RequestRow.<RequestRow>findByIdOptional(peeringId).map(request -> request.peerAsn);
    }
}

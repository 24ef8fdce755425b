package io.directpeering.request.peering;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.request.asn.OwnNetworks;
import io.quarkus.narayana.jta.QuarkusTransaction;

/// The requests of this caller's networks, by the database: they are there before the judge knows of them, and while
/// nobody can tell what it knows.
@ApplicationScoped
class StoredRequests {

    private final OwnNetworks networks;

    StoredRequests(OwnNetworks networks) {
        this.networks = networks;
    }

    boolean include(UUID peeringId) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> RequestRow.<RequestRow>findByIdOptional(peeringId))
                .filter(request -> networks.include(request.peerAsn))
                .isPresent();
    }

    /// With such a connection.
    boolean include(UUID peeringId, ConnectionChoice connection) {
        return include(peeringId)
                && QuarkusTransaction.joiningExisting()
                        .call(() -> RequestedConnectionRow.<RequestedConnectionRow>list("peeringId", peeringId))
                        .stream()
                        .anyMatch(each -> connection.covers(each.connectionId));
    }
}

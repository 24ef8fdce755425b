package io.directpeering.approval.policy;

import java.util.HashSet;
import java.util.Objects;

import io.directpeering.approval.policy.RequestedPeering.Connection;

/// The peering survives the loss of a link and of an edge router.
public record Redundancy(int connectionsAtLeast, int edgeRoutersAtLeast) implements RequestCheck {

    public Redundancy {
        if (connectionsAtLeast < 1 || edgeRoutersAtLeast < 1) {
            throw new IllegalArgumentException("Redundancy needs connectionsAtLeast >= 1 and edgeRoutersAtLeast >= 1");
        }
    }

    @Override
    public Finding examine(RequestedPeering request) {
        int connections = request.connections().size();
        if (connections < connectionsAtLeast) {
            return Finding.failed("The request has %d connection(s); at least %d are expected."
                    .formatted(connections, connectionsAtLeast));
        }
        var routers = request.connections().stream().map(Connection::router).toList();
        if (routers.stream().anyMatch(Objects::isNull)) {
            return Finding.passed("The request has %d connections; their edge routers are assigned once it is approved."
                    .formatted(connections));
        }
        int distinct = new HashSet<>(routers).size();
        return distinct < edgeRoutersAtLeast
                ? Finding.failed("The connections end on %d edge router(s); at least %d are expected."
                        .formatted(distinct, edgeRoutersAtLeast))
                : Finding.passed("%d connections end on %d edge routers.".formatted(connections, distinct));
    }
}

package io.directpeering.provisioning.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.catalogue.EdgeRouter.Port;

/// Chooses a port for a connection among the routers of its facility.
///
/// @param taken    ports in use
/// @param siblings routers that the peering's other connections end on
record PortChoice(Set<PortName> taken, Set<String> siblings) {

    record PortName(String router, String port) {}

    record Chosen(EdgeRouter router, Port port) {}

    /// The narrowest port that is wide enough; on a router that carries no other connection of the peering where
    /// possible; then on the router with most ports free. Empty: no port is free.
    Optional<Chosen> choose(List<EdgeRouter> routers, int bandwidthInMbps) {
        return routers.stream()
                .flatMap(router -> router.ports().stream().map(port -> new Chosen(router, port)))
                .filter(chosen -> chosen.port().bandwidthInMbps() >= bandwidthInMbps)
                .filter(chosen -> isFree(chosen.router(), chosen.port()))
                .min(Comparator.<Chosen, Boolean>comparing(
                                chosen -> siblings.contains(chosen.router().name()))
                        .thenComparingInt(chosen -> chosen.port().bandwidthInMbps())
                        .thenComparingLong(chosen -> -free(chosen.router())));
    }

    private long free(EdgeRouter router) {
        return router.ports().stream().filter(port -> isFree(router, port)).count();
    }

    private boolean isFree(EdgeRouter router, Port port) {
        return !taken.contains(new PortName(router.name(), port.name()));
    }
}

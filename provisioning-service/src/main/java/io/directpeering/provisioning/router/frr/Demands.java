package io.directpeering.provisioning.router.frr;

import java.io.IOException;
import java.util.Optional;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;

/// What a router has to have before a connection is put on it: what FRR would take without it, and should not; or would
/// refuse when half of it is done.
record Demands(EdgeRouter router, FrrSettings settings, Ports ports) {

    /// Why not; empty: it may be.
    Optional<String> refusal(Wanted wanted, RunningConfig running) throws IOException {
        var spec = wanted.spec();
        var hasPort = router.ports().stream().anyMatch(port -> port.name().equals(spec.port()));
        if (spec.families().isEmpty() || !hasPort || !ports.has(spec.port())) {
            return Optional.of("there is no port " + spec.port() + " for "
                    + spec.families().size() + " sessions");
        }
        if (running.asn() != spec.operatorAsn()) {
            return Optional.of("it speaks as AS " + running.asn() + ", not as AS " + spec.operatorAsn());
        }
        if (!running.mapNames().contains(wanted.options().exports())) {
            return Optional.of("it has no route-map " + wanted.options().exports());
        }
        if (wanted.options()
                .imports()
                .filter(name -> !running.mapNames().contains(name))
                .isPresent()) {
            return Optional.of(
                    "it has no route-map " + wanted.options().imports().get());
        }
        // Sessions that are there already are not left alone because a daemon beside bgpd is gone.
        if (wanted.options().bfd() && !running.connections().contains(spec.connectionId()) && !hasBfd()) {
            return Optional.of("control.bfd is true, and no bfdd answers at " + settings.bfdd());
        }
        var ours = running.neighborsOf(spec.connectionId());
        return spec.families().stream()
                .map(FamilySpec::peerAddress)
                .filter(address -> running.neighbors().containsKey(address) && !ours.contains(address))
                .findFirst()
                .map(address -> "it has a neighbour " + address + " that is not of this connection");
    }

    private boolean hasBfd() {
        try (var vty = Vty.open(settings.bfdd())) {
            vty.run("show bfd peers json");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

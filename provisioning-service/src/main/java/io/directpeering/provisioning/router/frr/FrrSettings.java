package io.directpeering.provisioning.router.frr;

import java.nio.file.Path;
import java.util.Optional;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.host.Place;
import io.directpeering.provisioning.router.host.SessionKeys;
import io.directpeering.provisioning.router.host.SessionOptions;
import io.directpeering.provisioning.router.host.Settings;

/// What the catalogue's `control` section says of a router with FRR.
///
/// @param bgpd  vty socket of bgpd
/// @param zebra vty socket of zebra
/// @param bfdd  vty socket of bfdd, which need not run where `control.bfd` is not set
/// @param lock  file that a writer holds
/// @param place where the ports are; empty: nothing is pinged
record FrrSettings(
        Path bgpd, Path zebra, Path bfdd, Path lock, SessionOptions options, SessionKeys keys, Optional<Place> place) {

    static FrrSettings of(EdgeRouter router) {
        var settings = new Settings(router);
        var sockets = settings.path("sockets");
        var read = new FrrSettings(
                sockets.resolve("bgpd.vty"),
                sockets.resolve("zebra.vty"),
                sockets.resolve("bfdd.vty"),
                settings.optionalPath("lock").orElse(sockets.resolve("direct-peering.lock")),
                SessionOptions.from(settings),
                new SessionKeys(settings.optionalPath("keys")),
                settings.words("run").map(Place::new));
        settings.demandNothingElse();
        return read;
    }
}

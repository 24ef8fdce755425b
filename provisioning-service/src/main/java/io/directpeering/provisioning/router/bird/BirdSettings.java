package io.directpeering.provisioning.router.bird;

import java.nio.file.Path;
import java.util.Optional;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.directpeering.provisioning.router.host.Place;
import io.directpeering.provisioning.router.host.SessionKeys;
import io.directpeering.provisioning.router.host.SessionOptions;
import io.directpeering.provisioning.router.host.Settings;

/// What the catalogue's `control` section says of a router with BIRD.
///
/// @param socket  the daemon's control socket
/// @param include directory whose `*.conf` files the daemon's configuration includes
/// @param owner   user that the files are given to; empty: the daemon runs as this service's user
/// @param place   where the ports are; empty: addresses are put on them by others, and nothing is pinged
record BirdSettings(
        Path socket,
        Path include,
        SessionOptions options,
        SessionKeys keys,
        Optional<String> owner,
        Optional<Place> place) {

    static BirdSettings of(EdgeRouter router) {
        var settings = new Settings(router);
        var read = new BirdSettings(
                settings.path("socket"),
                settings.path("include"),
                SessionOptions.from(settings),
                new SessionKeys(settings.optionalPath("keys")),
                settings.optionalUser("owner"),
                settings.words("run").map(Place::new));
        settings.demandNothingElse();
        return read;
    }
}

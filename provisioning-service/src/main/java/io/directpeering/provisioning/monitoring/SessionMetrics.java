package io.directpeering.provisioning.monitoring;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.provisioning.catalogue.Catalogue;
import io.directpeering.provisioning.router.Family;
import io.directpeering.provisioning.router.Sighting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/// The sessions on the routers as metrics, by router and peering location: up and down, prefixes, flaps, availability.
/// Never by peering or connection: those are for the topic and for `GET /peerings/{id}/sessions`.
@ApplicationScoped
class SessionMetrics {

    private final InstantSource clock;
    private final Map<String, RouterTally> tallies = new HashMap<>();

    SessionMetrics(MeterRegistry meters, Catalogue catalogue, InstantSource clock) {
        this.clock = clock;
        for (var router : catalogue.routers()) {
            var location = catalogue.locations().stream()
                    .filter(metro -> metro.facilities().stream()
                            .anyMatch(at -> at.peeringDBFacilityId() == router.peeringDBFacilityId()))
                    .findFirst()
                    .map(Catalogue.Location::name)
                    .orElse("");
            tallies.put(router.name(), new RouterTally(meters, Tags.of("router", router.name(), "location", location)));
        }
    }

    void looked(String router, List<Sighting> sightings) {
        tally(router).ifPresent(it -> it.looked(sightings, clock.instant()));
    }

    void failed(String router) {
        tally(router).ifPresent(RouterTally::failed);
    }

    /// A session fell out of Established since the look before.
    void fell(String router, Family family, int times) {
        tally(router).ifPresent(it -> it.fell(family, times));
    }

    private Optional<RouterTally> tally(String router) {
        return Optional.ofNullable(tallies.get(router));
    }
}

package io.directpeering.provisioning.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import org.jspecify.annotations.Nullable;

/// What must hold of a catalogue before anything is built on it.
final class CatalogueRules {

    private final List<String> violations = new ArrayList<>();

    private CatalogueRules() {}

    /// What is wrong, each naming the thing; empty: nothing.
    static List<String> violations(Catalogue catalogue) {
        var rules = new CatalogueRules();
        rules.check(catalogue);
        return List.copyOf(rules.violations);
    }

    private void check(Catalogue catalogue) {
        demand(!catalogue.locations().isEmpty(), "there is no location");
        var locations = new HashSet<String>();
        var facilities = new HashSet<Integer>();
        for (var location : catalogue.locations()) {
            demand(locations.add(location.name()), "location " + location.name() + " stands there twice");
            for (var facility : location.facilities()) {
                var id = facility.peeringDBFacilityId();
                demand(facilities.add(id), "facility " + id + " stands there twice");
                demand(!facility.bandwidthsInMbps().isEmpty(), "facility " + id + " offers no bandwidth");
                facility.bandwidthsInMbps()
                        .forEach(bandwidth -> demand(
                                bandwidth >= 10_000 && bandwidth <= 100_000 && bandwidth % 10_000 == 0,
                                "facility " + id + " offers " + bandwidth
                                        + " Mbps; an offer is a multiple of 10000 from 10000 to 100000"));
            }
        }
        var routers = new HashSet<String>();
        for (var router : catalogue.routers()) {
            demand(routers.add(router.name()), "router " + router.name() + " stands there twice");
            demand(
                    facilities.contains(router.peeringDBFacilityId()),
                    "router " + router.name() + " is in facility " + router.peeringDBFacilityId()
                            + ", which no location has");
            checkPorts(router);
        }
        checkOffers(catalogue);
        checkPools("IPv4", catalogue.sessionPools().ipv4());
        checkPools("IPv6", catalogue.sessionPools().ipv6());
    }

    private void checkPorts(EdgeRouter router) {
        var ports = new HashSet<String>();
        for (var port : router.ports()) {
            demand(
                    ports.add(port.name()),
                    "port " + port.name() + " of router " + router.name() + " stands there twice");
            demand(
                    port.bandwidthInMbps() > 0,
                    "port " + port.name() + " of router " + router.name() + " has a bandwidth of "
                            + port.bandwidthInMbps() + " Mbps");
        }
    }

    /// What is offered can be built.
    private void checkOffers(Catalogue catalogue) {
        for (var location : catalogue.locations()) {
            for (var facility : location.facilities()) {
                var ports = catalogue.routersAt(facility.peeringDBFacilityId()).stream()
                        .flatMap(router -> router.ports().stream())
                        .toList();
                facility.bandwidthsInMbps()
                        .forEach(bandwidth -> demand(
                                ports.stream().anyMatch(port -> port.bandwidthInMbps() >= bandwidth),
                                "facility " + facility.peeringDBFacilityId() + " offers " + bandwidth
                                        + " Mbps, and no router there has such a port"));
            }
        }
    }

    private void checkPools(String family, List<String> pools) {
        var seen = new ArrayList<IPAddress>();
        for (var pool : pools) {
            var block = block(pool);
            if (block == null || !block.isPrefixed() || (block.isIPv4() != family.equals("IPv4"))) {
                violations.add("session pool " + pool + " is no network-aligned " + family + " prefix");
                continue;
            }
            seen.stream()
                    .filter(block::overlaps)
                    .forEach(
                            other -> violations.add("session pool " + pool + " overlaps " + other.toCanonicalString()));
            seen.add(block);
        }
    }

    private static @Nullable IPAddress block(String pool) {
        try {
            var address = new IPAddressString(pool).toAddress();
            return address.equals(address.toPrefixBlock()) ? address : null;
        } catch (AddressStringException e) {
            return null;
        }
    }

    private void demand(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}

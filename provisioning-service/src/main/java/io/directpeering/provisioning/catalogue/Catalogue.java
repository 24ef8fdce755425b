package io.directpeering.provisioning.catalogue;

import java.util.List;
import java.util.Optional;

/// The operator's catalogue, as far as the file says it.
public record Catalogue(
        Operator operator, List<Location> locations, List<EdgeRouter> routers, SessionPools sessionPools) {

    public Catalogue {
        locations = List.copyOf(locations);
        routers = List.copyOf(routers);
    }

    /// Who runs this system.
    ///
    /// @param address  lines of the postal address, for letters; empty: none is printed
    /// @param loaTerms of letters of authorization, one each; empty: the usual ones
    public record Operator(String name, long asn, List<String> address, Contact contact, List<String> loaTerms) {

        public Operator {
            address = List.copyOf(address);
            loaTerms = List.copyOf(loaTerms);
        }
    }

    public record Contact(String email, String phone) {}

    /// A metro.
    public record Location(String name, List<Facility> facilities) {

        public Location {
            facilities = List.copyOf(facilities);
        }
    }

    /// A building, by its PeeringDB facility id.
    public record Facility(int peeringDBFacilityId, String name, List<Integer> bandwidthsInMbps) {

        public Facility {
            bandwidthsInMbps = List.copyOf(bandwidthsInMbps);
        }
    }

    /// Prefixes in CIDR notation that the operator's session addresses come out of.
    public record SessionPools(List<String> ipv4, List<String> ipv6) {

        public SessionPools {
            ipv4 = List.copyOf(ipv4);
            ipv6 = List.copyOf(ipv6);
        }
    }

    /// Empty: no such facility.
    public Optional<Facility> facility(int peeringDBFacilityId) {
        return locations.stream()
                .flatMap(location -> location.facilities().stream())
                .filter(facility -> facility.peeringDBFacilityId() == peeringDBFacilityId)
                .findFirst();
    }

    public List<EdgeRouter> routersAt(int peeringDBFacilityId) {
        return routers.stream()
                .filter(router -> router.peeringDBFacilityId() == peeringDBFacilityId)
                .toList();
    }
}

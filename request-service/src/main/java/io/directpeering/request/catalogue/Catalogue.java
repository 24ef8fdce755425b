package io.directpeering.request.catalogue;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/// The operator's offer, and the links that it knows of from before.
@JsonIgnoreProperties(ignoreUnknown = true)
public record Catalogue(
        List<Location> locations,
        @Nullable SessionPools sessionPools,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Router> routers,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<LegacyLink> legacyLinks) {

    public Optional<Location> location(String name) {
        return locations.stream()
                .filter(location -> location.name().equals(name))
                .findFirst();
    }

    /// Names of the locations, for people.
    public String locationNames() {
        return String.join(", ", locations.stream().map(Location::name).toList());
    }

    /// The operator's own session addresses; none where the file names none.
    public SessionPools pools() {
        return sessionPools == null ? SessionPools.NONE : sessionPools;
    }

    public Optional<LegacyLink> legacyLink(String name) {
        return legacyLinks.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    /// The facility that a link ends in, of this location; empty: it ends elsewhere.
    public Optional<Facility> facilityOf(LegacyLink link, Location location) {
        return router(link.router()).flatMap(router -> location.facility(router.peeringDBFacilityId()));
    }

    Optional<Router> router(String name) {
        return routers.stream().filter(router -> router.name().equals(name)).findFirst();
    }
}

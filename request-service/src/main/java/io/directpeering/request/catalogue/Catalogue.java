package io.directpeering.request.catalogue;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/// The operator's offer. Router names and ports stand in the same file and are nobody's business here.
@JsonIgnoreProperties(ignoreUnknown = true)
public record Catalogue(List<Location> locations, @Nullable SessionPools sessionPools) {

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
}

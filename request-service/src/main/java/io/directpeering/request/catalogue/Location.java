package io.directpeering.request.catalogue;

import java.util.List;
import java.util.Optional;

/// A metro with the operator's facilities there.
public record Location(String name, List<Facility> facilities) {

    public Optional<Facility> facility(int peeringDBFacilityId) {
        return facilities.stream()
                .filter(facility -> facility.peeringDBFacilityId() == peeringDBFacilityId)
                .findFirst();
    }
}

package io.directpeering.request.catalogue;

import java.util.List;

/// A building in which the operator can be reached.
///
/// @param peeringDBFacilityId its number in PeeringDB
/// @param name                its name in PeeringDB
/// @param bandwidthsInMbps    what can be ordered there
public record Facility(int peeringDBFacilityId, String name, List<Integer> bandwidthsInMbps) {}

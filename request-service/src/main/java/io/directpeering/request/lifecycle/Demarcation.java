package io.directpeering.request.lifecycle;

/// The operator's end of the wire.
public record Demarcation(
        int peeringDBFacilityId,
        String facilityName,
        String router,
        String routerPort,
        String rack,
        String patchPanel,
        String patchPanelPort,
        String media,
        String connector,
        String duplex) {}

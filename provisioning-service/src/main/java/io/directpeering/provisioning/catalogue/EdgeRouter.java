package io.directpeering.provisioning.catalogue;

import java.util.List;
import java.util.Map;

/// A router that connections end on.
///
/// @param driver   name of the driver that speaks to it
/// @param settings what that driver needs to reach it, e.g. a control socket
public record EdgeRouter(
        String name, int peeringDBFacilityId, String driver, Map<String, String> settings, List<Port> ports) {

    public EdgeRouter {
        settings = Map.copyOf(settings);
        ports = List.copyOf(ports);
    }

    /// A port and where its cable ends.
    public record Port(
            String name,
            int bandwidthInMbps,
            String rack,
            String patchPanel,
            String patchPanelPort,
            String media,
            String connector,
            String duplex) {}
}

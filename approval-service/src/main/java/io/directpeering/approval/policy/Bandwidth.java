package io.directpeering.approval.policy;

import java.util.ArrayList;

/// Each connection's bandwidth lies between two bounds, in steps.
public record Bandwidth(int minimumInMbps, int maximumInMbps, int stepInMbps) implements RequestCheck {

    public Bandwidth {
        if (minimumInMbps < 1 || maximumInMbps < minimumInMbps || stepInMbps < 1) {
            throw new IllegalArgumentException(
                    "Bandwidth needs 1 <= minimumInMbps <= maximumInMbps and stepInMbps >= 1");
        }
    }

    @Override
    public Finding examine(RequestedPeering request) {
        var faults = new ArrayList<String>();
        Connections.each(request, (name, connection) -> {
            int asked = connection.bandwidthInMbps();
            if (asked < minimumInMbps || asked > maximumInMbps || asked % stepInMbps != 0) {
                faults.add("%s asks for %d Mbps; it must be %d to %d Mbps in steps of %d."
                        .formatted(name, asked, minimumInMbps, maximumInMbps, stepInMbps));
            }
        });
        return Finding.of(
                faults,
                "The connections ask for %s Mbps, which lies within %d to %d."
                        .formatted(
                                Connections.values(request, connection -> connection.bandwidthInMbps()),
                                minimumInMbps,
                                maximumInMbps));
    }
}

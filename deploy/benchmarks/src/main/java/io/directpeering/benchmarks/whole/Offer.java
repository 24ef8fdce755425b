package io.directpeering.benchmarks.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the operator offers in a trial: buildings with more ports than peerings come. A network may have one live
/// peering
/// in a building, so there are many.
final class Offer {

    static final int BUILDINGS = 32;
    static final int BANDWIDTH_IN_MBPS = 10_000;

    private static final int FIRST_FACILITY = 1_000;
    private static final int PORTS = 192;

    private Offer() {}

    /// The id of one of the [#BUILDINGS].
    static int facility(int building) {
        return FIRST_FACILITY + building;
    }

    /// Writes it as a catalogue. Addresses are those kept for benchmarks (RFC 2544) and for documentation.
    static void write(Path file) throws IOException {
        var text = new StringBuilder("""
                operator:
                  name: Example Networks
                  asn: 64500
                  address: ["1 Exchange Street", "00000 Example City"]
                  loaTerms: []
                  contact: {email: peering@example.net, phone: "+1 555 0100"}
                sessionPools:
                  ipv4: ["198.18.0.0/15"]
                  ipv6: ["2001:db8:ffff::/64"]
                legacyLinks: []
                locations:
                  - name: Frankfurt
                    facilities:
                """);
        for (int building = 0; building < BUILDINGS; building++) {
            text.append("      - {peeringDBFacilityId: %d, name: Building %d, bandwidthsInMbps: [%d]}%n"
                    .formatted(facility(building), building, BANDWIDTH_IN_MBPS));
        }
        text.append("routers:\n");
        for (int building = 0; building < BUILDINGS; building++) {
            text.append("""
                      - name: edge%1$d
                        peeringDBFacilityId: %2$d
                        driver: simulated
                        ports:
                          - {name: "xe-[1-%3$d]", bandwidthInMbps: %4$d, rack: "A1", patchPanel: "PP-1",
                             patchPanelPort: "[1-%3$d]", media: 10GBASE-LR, connector: LC/UPC, duplex: Duplex}
                    """.formatted(building, facility(building), PORTS, BANDWIDTH_IN_MBPS));
        }
        Files.writeString(file, text);
    }
}

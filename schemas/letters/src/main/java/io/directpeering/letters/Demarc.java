package io.directpeering.letters;

/// Where the operator's responsibility ends: the port that a cross-connect is to be brought to, or is at.
///
/// @param peeringDBFacilityId id of the building at PeeringDB
/// @param location            metro
/// @param media               as in `10GBASE-LR`
/// @param connector           as in `LC/UPC`
/// @param duplex              `Simplex` or `Duplex`
public record Demarc(
        int peeringDBFacilityId,
        String facility,
        String location,
        String rack,
        String patchPanel,
        String patchPanelPort,
        String router,
        String routerPort,
        String media,
        String connector,
        String duplex) {

    /// How many fibres are to be brought there.
    String strands() {
        return switch (duplex) {
            case "Duplex" -> "Duplex (two strands)";
            case "Simplex" -> "Simplex (one strand)";
            default -> duplex;
        };
    }
}

package io.directpeering.provisioning.cease;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.directpeering.letters.CeaseLetter;
import org.jspecify.annotations.Nullable;

/// A cease letter, as the peer and the operator see it.
///
/// @param loaNumber      of the letter that the cross-connect was ordered with; absent: it was adopted without one
/// @param crossConnectId as the peer reported it; absent: nobody did
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CeaseView(
        String number,
        Instant date,
        UUID peeringId,
        UUID connectionId,
        String peeringName,
        long peerAsn,
        @Nullable String loaNumber,
        @Nullable String crossConnectId,
        @Nullable String reason,
        String facilityName,
        int peeringDBFacilityId,
        String rack,
        String patchPanel,
        String patchPanelPort) {

    static CeaseView of(CeaseLetter letter, UUID peeringId) {
        var port = letter.demarc();
        return new CeaseView(
                letter.number(),
                letter.date(),
                peeringId,
                letter.connectionId(),
                letter.peeringName(),
                letter.peer().asn(),
                letter.loaNumber(),
                letter.crossConnectId(),
                letter.reason(),
                port.facility(),
                port.peeringDBFacilityId(),
                port.rack(),
                port.patchPanel(),
                port.patchPanelPort());
    }
}

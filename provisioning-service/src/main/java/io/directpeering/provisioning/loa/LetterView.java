package io.directpeering.provisioning.loa;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A letter, as the peer and the operator see it.
///
/// @param status    Issued, Used, Expired or Revoked
/// @param endedAt   when it was used, expired or was revoked
/// @param endReason why it was revoked, where somebody said
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterView(
        String number,
        String status,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        String verificationCode,
        String verificationUrl,
        UUID peeringId,
        UUID connectionId,
        String peeringName,
        int bandwidthInMbps,
        Network operator,
        Network peer,
        Demarc demarcation) {

    /// The answer to a list of letters.
    public record Items(List<LetterView> items) {}

    public record Network(String name, long asn) {}

    /// Where the operator's responsibility begins.
    public record Demarc(
            int peeringDBFacilityId,
            String facilityName,
            String peeringLocation,
            String rack,
            String patchPanel,
            String patchPanelPort,
            String router,
            String routerPort,
            String media,
            String connector,
            String duplex) {

        static Demarc of(Letter letter) {
            return new Demarc(
                    letter.peeringDBFacilityId,
                    letter.facilityName,
                    letter.peeringLocation,
                    letter.rack,
                    letter.patchPanel,
                    letter.patchPanelPort,
                    letter.router,
                    letter.port,
                    letter.media,
                    letter.connector,
                    letter.duplex);
        }
    }

    static LetterView of(Letter letter, String verificationUrl, long operatorAsn, Instant now) {
        return new LetterView(
                letter.number,
                letter.statusAt(now).label(),
                letter.issuedAt,
                letter.expiresAt,
                letter.endedAt(now),
                letter.endReason,
                letter.groupedCode(),
                verificationUrl,
                letter.peeringId,
                letter.connectionId,
                letter.peeringName,
                letter.bandwidthInMbps,
                new Network(letter.operatorName, operatorAsn),
                new Network(letter.peerName, letter.peerAsn),
                Demarc.of(letter));
    }
}

package io.directpeering.provisioning.loa;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.letters.Demarc;
import io.directpeering.letters.LetterOfAuthorization;
import io.directpeering.letters.LetterPdf;
import io.directpeering.letters.Party;
import io.directpeering.provisioning.loa.Letter.Status;
import org.jspecify.annotations.Nullable;

/// Prints a letter. One that holds no longer says so across the page: it is kept for the records, not for use.
@ApplicationScoped
class LetterPrint {

    private final OperatorsHead head;

    LetterPrint(OperatorsHead head) {
        this.head = head;
    }

    byte[] pdf(Letter letter, Instant now) {
        return LetterPdf.of(new LetterOfAuthorization(
                head.head(),
                letter.number,
                letter.issuedAt,
                letter.expiresAt,
                new Party(letter.peerName, letter.peerAsn),
                letter.peeringName,
                letter.connectionId,
                letter.bandwidthInMbps,
                new Demarc(
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
                        letter.duplex),
                letter.groupedCode(),
                voided(letter, now)));
    }

    String verificationUrl(Letter letter) {
        return head.head().publicUrl() + "/verify/" + letter.groupedCode();
    }

    private static @Nullable String voided(Letter letter, Instant now) {
        var status = letter.statusAt(now);
        var ended = letter.endedAt(now);
        if (status == Status.ISSUED) {
            return null;
        }
        return status.label().toUpperCase(Locale.ROOT)
                + (ended == null ? "" : " " + LocalDate.ofInstant(ended, ZoneOffset.UTC));
    }
}

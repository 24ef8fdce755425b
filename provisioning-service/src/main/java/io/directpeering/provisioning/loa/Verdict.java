package io.directpeering.provisioning.loa;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Whether a letter may be acted on, for whoever holds it. Says no more than the paper in their hands does: of a
/// letter that does not hold, not even that.
///
/// @param valid       whether a cross-connect may be ordered with it now
/// @param status      Issued, Used, Expired or Revoked
/// @param explanation why, or why not
/// @param demarcation what it lets be connected to, to be compared with the paper; null: nothing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        boolean valid,
        String status,
        String explanation,
        String number,
        Instant issuedAt,
        Instant expiresAt,
        LetterView.Network operator,
        LetterView.@Nullable Network customer,
        LetterView.@Nullable Demarc demarcation) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static Verdict of(Letter letter, long operatorAsn, Instant now) {
        var status = letter.statusAt(now);
        var valid = status == Letter.Status.ISSUED;
        return new Verdict(
                valid,
                status.label(),
                explanation(letter, now),
                letter.number,
                letter.issuedAt,
                letter.expiresAt,
                new LetterView.Network(letter.operatorName, operatorAsn),
                valid ? new LetterView.Network(letter.peerName, letter.peerAsn) : null,
                valid ? LetterView.Demarc.of(letter) : null);
    }

    private static String explanation(Letter letter, Instant now) {
        var on = letter.endedAt(now) instanceof Instant ended ? " on " + day(ended) : "";
        return switch (letter.statusAt(now)) {
            case ISSUED ->
                "Issued, unexpired and unused: the cross-connect may be installed until " + day(letter.expiresAt)
                        + ". Compare what stands below with the letter.";
            case USED ->
                "Used: the cross-connect was reported as installed" + on
                        + ". No other may be ordered or changed with this letter.";
            case EXPIRED -> "Expired" + on + ". The customer has to ask the operator for a new letter.";
            case REVOKED -> "Revoked" + on + " by the operator. Do not act on it.";
        };
    }

    private static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    /// As the page shows it.
    @JsonIgnore
    public String issuedOn() {
        return day(issuedAt);
    }

    @JsonIgnore
    public String expiresOn() {
        return day(expiresAt);
    }
}

package io.directpeering.letters;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What a cease letter says: the order to remove a connection's cross-connect.
///
/// @param date           when the connection was set to be removed
/// @param loaNumber      of the letter that the cross-connect was ordered with; null: it was set up without one
/// @param crossConnectId as the colocation provider named it and the peer reported it; null: nobody reported one
/// @param reason         why the connection ends; null: none was given
public record CeaseLetter(
        Letterhead from,
        Instant date,
        Party peer,
        String peeringName,
        UUID connectionId,
        int bandwidthInMbps,
        Demarc demarc,
        @Nullable String loaNumber,
        @Nullable String crossConnectId,
        CustomerEnd customerEnd,
        @Nullable String reason) {

    /// A connection ends once, so its id makes the number, and whoever writes the letter finds the same one.
    public static String numberOf(UUID connectionId) {
        var digits = connectionId.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "CEASE-%s-%s-%s".formatted(digits.substring(0, 4), digits.substring(4, 8), digits.substring(8, 12));
    }

    public String number() {
        return numberOf(connectionId);
    }
}

package io.directpeering.letters;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What a letter of authorization says (LOA-CFA: with the assignment of the port).
///
/// @param verificationCode as it is to be typed, in groups
/// @param voided           why it holds no longer, in a word or two, printed across it; null: it holds
public record LetterOfAuthorization(
        Letterhead from,
        String number,
        Instant issuedAt,
        Instant expiresAt,
        Party peer,
        String peeringName,
        UUID connectionId,
        int bandwidthInMbps,
        Demarc demarc,
        String verificationCode,
        @Nullable String voided) {}

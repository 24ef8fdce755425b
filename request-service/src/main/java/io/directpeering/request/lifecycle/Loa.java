package io.directpeering.request.lifecycle;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A letter of authorization, which lets the peer order the cross-connect.
///
/// @param verificationCode what the public page verifies it by
public record Loa(
        String number,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String verificationCode) {}

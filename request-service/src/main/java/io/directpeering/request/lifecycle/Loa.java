package io.directpeering.request.lifecycle;

import java.time.Instant;

/// A letter of authorization, which lets the peer order the cross-connect.
public record Loa(String number, Instant issuedAt, Instant expiresAt) {}

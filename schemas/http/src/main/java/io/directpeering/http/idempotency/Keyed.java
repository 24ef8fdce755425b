package io.directpeering.http.idempotency;

/// A command under the key that its client gave it.
///
/// @param principal   whose key it is: two principals may use the same
/// @param fingerprint of method, path, query and body: what has to be the same for it to be the same command
public record Keyed(String principal, String key, String fingerprint) {}

package io.directpeering.http.problem;

/// One thing that is wrong with what a client sent.
///
/// @param field   where it stands, e.g. `connections[1].bandwidthInMbps`
/// @param message what is wrong and how to mend it
public record Violation(String field, String message) {}

package io.directpeering.provisioning.router;

/// A router has the wanted specification and policy.
///
/// @param specHash hash of the specification it has
/// @param changed  whether it had to be changed for that
public record Applied(String specHash, boolean changed) {}

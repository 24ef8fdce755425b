package io.directpeering.benchmarks.many;

/// What the JVM of [ManyMain] is asked.
///
/// @param peerings in the store
public record Many(int peerings, String registryUrl) {}

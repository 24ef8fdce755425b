package io.directpeering.benchmarks.whole;

/// What the JVM of [IdleMain] is asked.
///
/// @param peerings that are Active meanwhile
/// @param seconds  that it is looked at
public record Idle(int peerings, int seconds, String registryUrl) {}

package io.directpeering.benchmarks.figure;

/// One figure about a store with many peerings.
///
/// @param what        that was measured
/// @param peerings    in the store
/// @param goal        what it should be, in the same unit, or better
/// @param othersCores cores that everybody else on the machine kept busy meanwhile
/// @param loadAverage of the machine, over the last minute
public record Reading(
        String what, int peerings, double value, String unit, String goal, double othersCores, double loadAverage) {}

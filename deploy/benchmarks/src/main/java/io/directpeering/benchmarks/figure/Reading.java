package io.directpeering.benchmarks.figure;

/// One figure by itself.
///
/// @param what        that was measured
/// @param peerings    in the store; 0: there is none
/// @param goal        what it should be, in the same unit, or better; empty: none is set
/// @param othersCores cores that everybody else on the machine kept busy meanwhile
/// @param loadAverage of the machine, over the last minute
public record Reading(
        String what, int peerings, double value, String unit, String goal, double othersCores, double loadAverage) {}

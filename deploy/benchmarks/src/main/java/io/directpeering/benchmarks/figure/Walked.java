package io.directpeering.benchmarks.figure;

import io.directpeering.benchmarks.work.Durability;
import io.directpeering.benchmarks.work.Stored;

/// A trial's figures.
///
/// @param latency                of a step, in milliseconds
/// @param cpuMicrosPerTransition of everything that took part: this JVM, database and broker
/// @param bytesPerPeering        of the whole life
/// @param residentMiB            at the end
/// @param othersCores            cores that everybody else on the machine kept busy meanwhile
/// @param loadAverage            of the machine, over the last minute
public record Walked(
        String contender,
        Durability durability,
        String load,
        int round,
        int peerings,
        double seconds,
        double lifeCyclesPerSecond,
        double transitionsPerSecond,
        Percentiles latency,
        double cpuMicrosPerTransition,
        Stored bytesPerPeering,
        long residentMiB,
        double othersCores,
        double loadAverage) {}

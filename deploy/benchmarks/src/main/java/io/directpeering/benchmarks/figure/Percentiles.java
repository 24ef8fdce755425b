package io.directpeering.benchmarks.figure;

/// In milliseconds.
public record Percentiles(double p50, double p99, double p999, double max) {}

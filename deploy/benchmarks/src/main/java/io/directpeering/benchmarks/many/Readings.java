package io.directpeering.benchmarks.many;

import java.util.List;

import io.directpeering.benchmarks.figure.Reading;

/// What the JVM of [ManyMain] answers.
public record Readings(List<Reading> readings) {}

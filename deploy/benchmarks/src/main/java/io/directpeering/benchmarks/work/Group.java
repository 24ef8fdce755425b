package io.directpeering.benchmarks.work;

/// What can be measured by itself.
public enum Group {
    /// Plain JDBC and bare Kafka Streams.
    floors,
    /// What people would use instead.
    peers,
    /// This project's life cycle.
    lifecycle
}

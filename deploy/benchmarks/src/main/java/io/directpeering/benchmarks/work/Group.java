package io.directpeering.benchmarks.work;

/// What can be measured by itself.
public enum Group {
    /// Plain JDBC and bare Kafka Streams.
    floors,
    /// What people would use instead.
    peers,
    /// This project's life cycle.
    lifecycle,
    /// Lists, reads and starts of this project's judge, with very many peerings in its stores.
    queries,
    /// This project's suite with nothing to do.
    idle,
    /// The life cycle and its codecs, without log and stores.
    code
}

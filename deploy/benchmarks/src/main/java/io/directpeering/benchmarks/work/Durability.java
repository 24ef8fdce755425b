package io.directpeering.benchmarks.work;

/// What an acknowledged write survives. Figures are compared within one class only.
public enum Durability {
    /// The loss of power: every acknowledgement comes after an fsync, by the database and by the broker.
    strict,
    /// The loss of a process, and of a machine where there are several: as people run Kafka, without an fsync per
    /// write. The database then commits without one, too.
    replicated
}

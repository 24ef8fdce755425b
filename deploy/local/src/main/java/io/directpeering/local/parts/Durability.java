package io.directpeering.local.parts;

/// What an acknowledged write survives.
public enum Durability {
    /// The loss of power: the database flushes before it answers, the broker flushes what its log rolls.
    KEPT,
    /// Nothing: for tests, whose data goes with them.
    SCRATCH
}

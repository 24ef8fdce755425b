package io.directpeering.provisioning.fact;

/// What the log made of a fact.
public sealed interface Outcome {

    /// It is not known yet.
    record Undecided() implements Outcome {}

    /// It is transition number `sequence` of its peering.
    record Accepted(long sequence) implements Outcome {}

    /// It changed nothing.
    ///
    /// @param sequence of the peering when it was refused
    /// @param code     as the judge names it
    /// @param reason   for people
    record Refused(long sequence, String code, String reason) implements Outcome {}
}

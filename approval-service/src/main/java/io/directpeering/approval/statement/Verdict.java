package io.directpeering.approval.statement;

/// What became of a statement.
public sealed interface Verdict {

    /// The fact is in force.
    ///
    /// @param sequence of the transition
    record Accepted(long sequence) implements Verdict {}

    /// The fact changed nothing.
    ///
    /// @param sequence of the peering when the fact was refused
    /// @param code     as the contract names it
    /// @param reason   for people
    /// @param state    of the connections that refused it
    record Refused(long sequence, String code, String reason, String state) implements Verdict {}

    /// The judge has not said yet. The fact will be stated until it has.
    record Undecided() implements Verdict {}
}

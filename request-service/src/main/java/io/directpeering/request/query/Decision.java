package io.directpeering.request.query;

import io.directpeering.events.RefusalCode;

/// What became of a fact.
public sealed interface Decision {

    /// It was accepted.
    ///
    /// @param sequence number of the transition that it brought about
    record Accepted(long sequence) implements Decision {}

    /// It was refused, and nothing changed.
    ///
    /// @param sequence sequence of the peering at that moment; 0: there is no such peering
    /// @param reason   for people: what was refused, why, and what the way out is
    record Refused(long sequence, RefusalCode code, String reason) implements Decision {}

    /// The time was up before the decision came. It will come: the fact is in the log, or will be.
    record Undecided() implements Decision {}
}

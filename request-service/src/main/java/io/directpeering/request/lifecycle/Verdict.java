package io.directpeering.request.lifecycle;

/// What was decided about a fact, kept so that a repeat of it is recognised.
public sealed interface Verdict {

    /// The fact was accepted.
    ///
    /// @param sequence number of the transition it brought about
    record Accepted(long sequence) implements Verdict {}

    /// The fact was refused.
    ///
    /// @param sequence sequence of the peering at that moment; 0: there was no such peering
    record Refused(long sequence, RefusalCode code, String reason) implements Verdict {}
}

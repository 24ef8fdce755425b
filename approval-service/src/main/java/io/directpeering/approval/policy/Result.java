package io.directpeering.approval.policy;

/// What became of a rule. Spelled as on the wire.
public enum Result {
    Passed,
    Failed,
    /// Failed, and whoever approved gave a reason why it may be.
    Overridden,
    /// Cannot be judged from this request; the evidence says why.
    NotApplicable
}

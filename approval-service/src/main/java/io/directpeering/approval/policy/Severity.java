package io.directpeering.approval.policy;

/// What a failed rule means for the decision. Spelled as on the wire.
public enum Severity {
    /// An approval is refused.
    Hard,
    /// An approval needs a reason why the rule is overridden.
    Soft,
    /// Shown to whoever decides.
    Advisory
}

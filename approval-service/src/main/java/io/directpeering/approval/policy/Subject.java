package io.directpeering.approval.policy;

/// What a rule is applied to. Spelled as in the policy file.
public enum Subject {
    /// A peer ASN with its contacts.
    Registration,
    /// A request for a peering.
    Request
}

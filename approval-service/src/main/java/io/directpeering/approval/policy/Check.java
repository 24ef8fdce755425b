package io.directpeering.approval.policy;

/// One kind of check, with its thresholds as components. A pure function: the same input gives the same finding.
///
/// A new kind is a record that is a [PeerCheck] or a [RequestCheck], and a name in the policy file.
public sealed interface Check permits PeerCheck, RequestCheck {}

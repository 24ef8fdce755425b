package io.directpeering.request.lifecycle;

/// Why a fact was refused. Spelled as on the wire.
public enum RefusalCode {
    NotAllowedInState,
    /// It answers an earlier attempt.
    Late,
    NoSuchPeering,
    NoSuchConnection,
    /// A second request under the same peering id.
    AlreadyRequested,
    /// The peering has moved on since its author looked.
    SequenceMismatch
}

/// Peers as this service meets them: read off the wire for the rules ([PeerReader]), and their people as they are
/// kept and shown ([Person], and [Discretion] towards those who may not know them).
@NullMarked
package io.directpeering.approval.peer;

import org.jspecify.annotations.NullMarked;

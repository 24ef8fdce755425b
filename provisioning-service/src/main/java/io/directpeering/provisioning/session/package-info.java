/// A session's life on its router, a worker per stretch of it: [Provision] under DENY ALL, [Validate] end to end,
/// [Open], [Maintain] while the operator works on it, [Refilter] when the peer's prefix list has changed, [Deny] where
/// it failed, and [Remove]: drain, deny, remove, release.
@NullMarked
package io.directpeering.provisioning.session;

import org.jspecify.annotations.NullMarked;

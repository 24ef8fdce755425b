package io.directpeering.request.peering;

import io.directpeering.http.idempotency.Keyed;
import org.jspecify.annotations.Nullable;

/// What every command brings beside what it is about.
///
/// @param actor   the principal that gives it
/// @param expects sequence that the peering must have (`If-Match`); null: any
/// @param keyed   the command under its idempotency key; null: it has none
record Command(
        String actor, @Nullable Long expects, @Nullable Keyed keyed) {}

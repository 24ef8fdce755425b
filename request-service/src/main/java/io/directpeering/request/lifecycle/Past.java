package io.directpeering.request.lifecycle;

import org.jspecify.annotations.Nullable;

/// What is known when a fact arrives.
///
/// @param peering the peering it names, as it stands; null: there is none
/// @param earlier what was decided about a fact with the same event id; null: it is new
public record Past(@Nullable Peering peering, @Nullable Verdict earlier) {}

package io.directpeering.request.query;

import java.util.Set;

/// What one instance knows: its share of an answer.
///
/// @param partitions that it speaks of; others have theirs from others
/// @param part       what it says of them together
public record Share<T>(Set<Integer> partitions, Freshness freshness, T part) {}

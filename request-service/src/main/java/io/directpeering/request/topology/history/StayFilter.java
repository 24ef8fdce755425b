package io.directpeering.request.topology.history;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Which stays to look at; null: any.
///
/// @param networks of these; empty: of none
/// @param since    the first day on which they ended, by UTC
/// @param until    the first day on which they ended too late
public record StayFilter(
        @Nullable Set<Long> networks,
        @Nullable String location,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    boolean passes(StayBucket it) {
        return location == null || location.equals(it.location());
    }
}

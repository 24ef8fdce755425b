package io.directpeering.provisioning.maintenance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What an operator announces.
///
/// @param connectionIds which to work on; absent: every connection of the peering
/// @param impact        NoImpact, ReducedRedundancy, Degraded or Outage; absent: Outage, for nothing is let through
public record MaintenanceBody(
        @Nullable List<@Nullable UUID> connectionIds,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String impact,
        @Nullable String reason) {}

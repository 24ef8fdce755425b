package io.directpeering.notification.message;

import java.time.Instant;
import java.util.UUID;

import io.directpeering.events.MaintenanceImpact;

/// A maintenance as its mails speak of it.
///
/// @param reason clean, one line
public record Work(UUID id, Instant from, Instant until, MaintenanceImpact impact, String reason) {

    /// What it means for traffic.
    public String meaning() {
        return switch (impact) {
            case NoImpact -> "none is expected";
            case ReducedRedundancy -> "reduced redundancy";
            case Degraded -> "degraded service";
            case Outage, Unknown -> "no traffic over this connection";
        };
    }
}

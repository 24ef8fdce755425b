package io.directpeering.request.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeeringSnapshot;

/// All that is known of one peering.
///
/// @param snapshot  where it stands by the facts
/// @param sessions  the latest look at each of its BGP sessions, by connection and family; empty before the first
/// @param deadlines when the time of each connection in its state is up; without those that may stay as they are
/// @param readAt    when it was looked up: what has passed by then is overdue
/// @param freshness how recent it is
public record Known(
        PeeringSnapshot snapshot,
        List<BgpSessionObserved> sessions,
        Map<UUID, Instant> deadlines,
        Instant readAt,
        Freshness freshness) {}

package io.directpeering.request.query;

import java.util.List;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.PeeringSnapshot;

/// All that is known of one peering.
///
/// @param snapshot where it stands by the facts
/// @param sessions the latest look at each of its BGP sessions, by connection and family; empty before the first
public record Known(PeeringSnapshot snapshot, List<BgpSessionObserved> sessions) {}

package io.directpeering.request.topology.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import io.directpeering.request.topology.deadline.Due;

/// When to look at which peering next: one entry each, the earliest that was asked for. In memory, for it follows from
/// the stores; about 200 bytes per peering that is watched.
public final class Agenda {

    private final TreeSet<Due> entries =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::peeringId));
    private final Map<UUID, Instant> next = new HashMap<>();

    /// Asks for a look, unless there will be one before.
    public void lookAt(Instant at, UUID peeringId) {
        var before = next.get(peeringId);
        if (before == null || at.isBefore(before)) {
            if (before != null) {
                entries.remove(new Due(before, peeringId));
            }
            next.put(peeringId, at);
            entries.add(new Due(at, peeringId));
        }
    }

    /// Takes out what is due.
    public List<UUID> takeDue(Instant now, int atMost) {
        var due = new ArrayList<UUID>();
        while (due.size() < atMost
                && !entries.isEmpty()
                && !entries.first().at().isAfter(now)) {
            var peeringId = entries.pollFirst().peeringId();
            next.remove(peeringId);
            due.add(peeringId);
        }
        return due;
    }
}

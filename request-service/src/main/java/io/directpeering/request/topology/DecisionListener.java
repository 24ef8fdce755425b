package io.directpeering.request.topology;

import java.util.UUID;

import io.directpeering.request.lifecycle.Verdict;

/// Is told what was decided about each fact as soon as it stands in the store, by the judge's own thread: it must
/// not block.
@FunctionalInterface
public interface DecisionListener {

    void decided(UUID peeringId, UUID eventId, Verdict verdict);
}

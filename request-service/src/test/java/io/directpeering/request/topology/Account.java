package io.directpeering.request.topology;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.ConnectionState;
import io.directpeering.events.FactRefused;
import io.directpeering.events.PeeringSnapshot;
import io.directpeering.events.PeeringTransitioned;
import io.directpeering.events.RoutePolicy;
import io.directpeering.events.StateChange;
import io.directpeering.request.lifecycle.Edges;
import io.directpeering.request.topology.stored.StoredPeering;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/// A peering as somebody tells it who reads the topics alone, and holds them to what must always be so.
final class Account {

    private final Edges edges;
    private final Map<UUID, ConnectionState> folded = new HashMap<>();
    private final Set<UUID> causes = new HashSet<>();
    private long sequence;
    private Instant updatedAt = Instant.EPOCH;
    private @Nullable PeeringSnapshot latestTold;
    private @Nullable PeeringSnapshot latestState;

    Account(Edges edges) {
        this.edges = edges;
    }

    long sequence() {
        return sequence;
    }

    /// Facts that came to an outcome.
    int outcomes() {
        return causes.size();
    }

    void transitioned(PeeringTransitioned it) {
        onceFor(it.getCause().getEventId());
        assertThat(it.getSequence()).isEqualTo(++sequence);
        assertThat(it.getSnapshot().getSequence()).isEqualTo(sequence);
        assertThat(it.getSnapshot().getUpdatedAt()).isAfterOrEqualTo(updatedAt);
        updatedAt = it.getSnapshot().getUpdatedAt();
        it.getChanges().forEach(this::changed);
        assertThat(folded)
                .isEqualTo(it.getSnapshot().getConnections().stream()
                        .collect(toMap(ConnectionSnapshot::getConnectionId, ConnectionSnapshot::getState)));
        assertThat(it.getSnapshot().getConnections())
                .noneMatch(each ->
                        each.getRoutePolicy() == RoutePolicy.Allow && each.getState() != ConnectionState.Active);
        latestTold = it.getSnapshot();
    }

    void refused(FactRefused it) {
        onceFor(it.getCause().getEventId());
        assertThat(it.getSequence()).isEqualTo(sequence);
    }

    void stands(PeeringSnapshot it) {
        latestState = it;
    }

    /// store == fold(transitions) == peering-states
    void agreesWith(@Nullable StoredPeering stored) {
        assertThat(stored == null ? null : stored.snapshot())
                .isEqualTo(latestTold)
                .isEqualTo(latestState);
    }

    private void changed(StateChange it) {
        var was = folded.put(it.getConnectionId(), it.getTo());
        assertThat(it.getFrom()).isEqualTo(was);
        if (was != null) {
            edges.take(was.name(), it.getTo().name());
        }
    }

    private void onceFor(UUID cause) {
        assertThat(causes.add(cause)).as("a second outcome of %s", cause).isTrue();
    }
}

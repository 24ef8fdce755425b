package io.directpeering.request.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.directpeering.events.BgpSessionObserved;
import io.directpeering.events.ConnectionSnapshot;
import io.directpeering.events.DriftKind;
import io.directpeering.request.query.WatchedSession.Drift;
import io.directpeering.request.topology.DriftCodec;
import io.directpeering.request.topology.Stores;
import io.directpeering.request.topology.drift.DriftSettings;
import io.directpeering.request.topology.drift.Drifts;
import io.directpeering.request.topology.drift.Episode;
import io.directpeering.request.topology.drift.Intention;
import io.directpeering.request.topology.stored.StoredDrifts;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// The sessions of a peering held against what is intended of them.
@ApplicationScoped
public class WatchedSessions {

    private final Places places;
    private final DriftSettings settings;

    public WatchedSessions(Places places, DriftSettings settings) {
        this.places = places;
        this.settings = settings;
    }

    /// Every session of every connection; empty: the peering's stores have moved meanwhile.
    public Optional<List<WatchedSession>> of(Known peering) {
        try {
            return places.of(peering.snapshot().getPeeringId()) instanceof Place.Here here
                    ? Optional.of(watched(peering, here.store(Stores.DRIFTS)))
                    : Optional.empty();
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    private List<WatchedSession> watched(Known peering, ReadOnlyKeyValueStore<String, StoredDrifts> drifts) {
        var all = new ArrayList<WatchedSession>();
        for (var connection : peering.snapshot().getConnections()) {
            for (var intended : Intention.of(peering.snapshot(), connection, peering.sessions())) {
                all.add(watched(peering, connection, intended, drifts));
            }
        }
        return List.copyOf(all);
    }

    private WatchedSession watched(
            Known peering,
            ConnectionSnapshot connection,
            Intention intended,
            ReadOnlyKeyValueStore<String, StoredDrifts> drifts) {
        var seen = latest(peering, intended);
        var key = Stores.session(peering.snapshot().getPeeringId(), connection.getConnectionId(), intended.family());
        return new WatchedSession(
                connection.getConnectionId(),
                intended.family(),
                intended.wanted().name(),
                intended.routePolicy(),
                intended.maxPrefixes(),
                seen,
                intended.alarming(),
                drifts(
                        Drifts.of(intended, seen, peering.readAt(), settings.staleAfter()),
                        DriftCodec.episodes(drifts.get(key))));
    }

    /// Those that are seen, and those whose alarm is still out because they have not been gone for long enough.
    private static List<Drift> drifts(Set<DriftKind> seen, List<Episode> noted) {
        var all = new ArrayList<Drift>();
        for (var kind : DriftKind.values()) {
            var episode =
                    noted.stream().filter(it -> it.kind() == kind).findFirst().orElse(null);
            if (seen.contains(kind) || episode != null && episode.raised()) {
                all.add(new Drift(
                        kind,
                        episode == null ? null : episode.since(),
                        episode != null && episode.raised(),
                        seen.contains(kind)));
            }
        }
        return List.copyOf(all);
    }

    private static @Nullable BgpSessionObserved latest(Known peering, Intention intended) {
        return peering.sessions().stream()
                .filter(look -> look.getFamily() == intended.family())
                .filter(look ->
                        intended.connectionId().equals(look.getMetadata().getConnectionId()))
                .findFirst()
                .orElse(null);
    }
}
